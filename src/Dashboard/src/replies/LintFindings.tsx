import Alert from "@mui/material/Alert";
import { useTranslation } from "react-i18next";
import type { LintFinding } from "../api/types";

/** What the check of words found before a person decides: some stop an approval, others only warn. */
export function LintFindings({ findings }: { findings: readonly LintFinding[] }) {
  const { t } = useTranslation();
  return findings.map(({ code, severity, message, excerpt }) => (
    <Alert key={`${code}:${excerpt}`} severity={severity === "block" ? "error" : "warning"}>
      <strong>{t(`lint.${severity}`)}</strong> {t(`lint.codes.${code}` as "lint.codes.promise_of_victory", { defaultValue: message })}
      {excerpt && <> “{excerpt}”</>}
    </Alert>
  ));
}
