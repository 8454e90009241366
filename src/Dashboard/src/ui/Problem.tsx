import Alert from "@mui/material/Alert";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/ApiProblem";
import { Words } from "./Words";
import { problemText } from "./problemText";

/** Why an act was refused, beside the act. Nothing without an error. */
export function Problem({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (error === null || error === undefined) return null;
  const faults = error instanceof ApiProblem ? error.faults : [];
  return (
    <Alert severity={error instanceof ApiProblem && error.status === 403 ? "warning" : "error"}>
      {problemText(error, t)}
      {faults.length > 0 && (
        <ul>
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
      {error instanceof ApiProblem && error.status !== 0 && (
        <div>
          <Words look="small">{t("problem.code", { code: error.code })}</Words>
        </div>
      )}
    </Alert>
  );
}
