import { ScrollText } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { MatterSummary } from "../api/types";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Empty } from "../ui/Empty";
import { End } from "../ui/End";
import { Fetched } from "../ui/Fetched";
import { Grow } from "../ui/Grow";
import { Line } from "../ui/Line";
import { Minutes } from "../ui/Minutes";
import { Page } from "../ui/Page";
import { Panel } from "../ui/Panel";
import { RowLink } from "../ui/RowLink";
import { When } from "../ui/When";
import { Words } from "../ui/Words";
import { toneOfMatter } from "./matterStates";
import { useMatters } from "./useMatters";

export function MattersPage() {
  const { t } = useTranslation();
  const query = useMatters();
  return (
    <Page title={t("nav.matters")} lead={t("matter.lead")}>
      <Panel title={t("matter.all")} flush>
        <Fetched query={query}>
          {(items) =>
            items.length === 0 ? (
              <Empty sign={ScrollText} title={t("matter.emptyTitle")} hint={t("matter.emptyHint")} />
            ) : (
              items.map((matter) => <MatterRow key={matter.id} matter={matter} />)
            )
          }
        </Fetched>
      </Panel>
    </Page>
  );
}

function MatterRow({ matter }: { matter: MatterSummary }) {
  const { t } = useTranslation();
  return (
    <RowLink to={`/matters/${matter.id}`}>
      <Line firm gap="loose">
        <Grow>
          <Column gap="tight">
            <Line firm>
              <Words look="strong" cut>
                {matter.title ?? t("matter.unnamed")}
              </Words>
              <Badge tone={toneOfMatter(matter.state)}>
                {t(`matter.state.${matter.state}` as "matter.state.open", { defaultValue: matter.state })}
              </Badge>
            </Line>
            <Words look="muted" cut>
              {matter.number}
              {matter.clientName && ` · ${matter.clientName}`}
              {` · ${t(`area.${matter.practiceArea}` as "area.other", { defaultValue: matter.practiceArea })}`}
              {matter.responsible && ` · ${matter.responsible.name}`}
            </Words>
          </Column>
        </Grow>
        <End>
          <Words look="small">{matter.openedAt && <When at={matter.openedAt} look="day" />}</Words>
          {matter.unbilledMinutes > 0 && (
            <Words look="small">
              <Minutes minutes={matter.unbilledMinutes} /> {t("matter.unbilled")}
            </Words>
          )}
        </End>
      </Line>
    </RowLink>
  );
}
