import Alert from "@mui/material/Alert";
import { useTranslation } from "react-i18next";
import type { Template } from "../api/types";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Facts } from "../ui/Facts";
import { Panel } from "../ui/Panel";
import { When } from "../ui/When";
import { Words } from "../ui/Words";
import { blanksOf, samplesOf } from "./filling";
import { SubmitDraft } from "./SubmitDraft";
import { TemplateBubble } from "./TemplateBubble";
import { adviceOf, categoryText, languageText, qualityText, statusText, toneOf } from "./templateStatus";

const places = ["header", "body", "button"] as const;

const calm = new Set(["PENDING", "DRAFT"]);

export function TemplateDetail({ template }: { template: Template }) {
  const { t } = useTranslation();
  const advice = adviceOf(template.status, t);
  const { parts } = template;
  return (
    <Column gap="normal">
      <Panel title={template.name} action={<Badge tone={toneOf(template.status)}>{statusText(template.status, t)}</Badge>}>
        <Column gap="snug">
          {advice !== undefined && <Alert severity={calm.has(template.status) ? "info" : "warning"}>{advice}</Alert>}
          {template.status === "DRAFT" && <SubmitDraft template={template} />}
          {template.category === "MARKETING" && <Alert severity="warning">{t("templates.marketing")}</Alert>}
          <Facts
            facts={[
              [t("templates.since"), <When key="since" at={template.statusAt} look="full" />],
              [t("templates.reason"), template.statusReason],
              [t("templates.category"), categoryText(template.category, t)],
              [t("templates.language"), languageText(template.language, t)],
              [t("templates.used"), template.use && t("templates.usedTimes", { sent: template.use.sent, failed: template.use.failed })],
              [t("templates.quality"), template.quality && qualityText(template.quality, t)],
              [
                t("templates.variables"),
                parts &&
                  places
                    .flatMap((place) => {
                      const names = blanksOf(parts).filter(({ kind }) => kind === place);
                      return names.length === 0
                        ? []
                        : [
                            `${t(`templates.place.${place}`)} ${names.map(({ name }) => (place === "button" ? name : `{{${name}}}`)).join(", ")}`,
                          ];
                    })
                    .join(" · "),
              ],
            ]}
          />
        </Column>
      </Panel>
      <Panel title={t("templates.preview")}>
        {parts ? (
          <Column gap="snug">
            <TemplateBubble parts={parts} values={samplesOf(parts)} />
            {Object.keys(samplesOf(parts)).length > 0 && <Words look="small">{t("templates.sample")}</Words>}
          </Column>
        ) : (
          <Words look="muted">{t("templates.notShown")}</Words>
        )}
      </Panel>
    </Column>
  );
}
