import { useTranslation } from "react-i18next";
import type { DefinitionSummary } from "../api/types";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { End } from "../ui/End";
import { Grow } from "../ui/Grow";
import { Line } from "../ui/Line";
import { RowLink } from "../ui/RowLink";
import { useLanguage } from "../ui/useLanguage";
import { When } from "../ui/When";
import { Words } from "../ui/Words";
import { toneOfDefinition } from "./toneOfDefinition";

export function DefinitionRow({ definition }: { definition: DefinitionSummary }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const running = definition.running.reduce((sum, { sessions }) => sum + sessions, 0);
  return (
    <RowLink to={`/definitions/${definition.key}`}>
      <Line firm gap="loose">
        <Grow>
          <Column gap="tight">
            <Line gap="tight">
              <Words look="strong">{definition.title?.[language] ?? definition.key}</Words>
              {definition.hasDraft && definition.state !== "draft" && <Badge tone="high">{t("questionTree.hasDraft")}</Badge>}
            </Line>
            <Words look="muted">
              {[
                definition.kind && t(`questionTree.kind.${definition.kind}`),
                definition.versions > 0 && t("questionTree.versions", { count: definition.versions }),
                running > 0 && t("questionTree.running", { count: running }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </Words>
          </Column>
        </Grow>
        <End>
          <Badge tone={toneOfDefinition[definition.state]}>
            {t(`questionTree.state.${definition.state}`)}
            {definition.version && ` v${definition.version}`}
          </Badge>
          {definition.publishedAt && (
            <Words look="small">
              <When at={definition.publishedAt} />
            </Words>
          )}
        </End>
      </Line>
    </RowLink>
  );
}
