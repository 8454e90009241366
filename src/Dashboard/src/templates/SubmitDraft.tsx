import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Template } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { Column } from "../ui/Column";
import { Line } from "../ui/Line";
import { Problem } from "../ui/Problem";
import { Words } from "../ui/Words";
import { useSubmitDraft } from "./useTemplates";

/** What Meta reviews in the firm's name is handed in by an administrator. */
export function SubmitDraft({ template }: { template: Template }) {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const submit = useSubmitDraft();
  if (!may("syncTemplates")) return <Words look="small">{t("templates.adminSubmits")}</Words>;
  return (
    <Column gap="snug">
      <Line>
        <Button
          variant="contained"
          loading={submit.isPending}
          onClick={() =>
            submit.mutate(template.id, { onSuccess: ({ templateId }) => void navigate(`/templates/${templateId}`, { replace: true }) })
          }
        >
          {t("templates.submitDraft")}
        </Button>
      </Line>
      <Problem error={submit.error} />
    </Column>
  );
}
