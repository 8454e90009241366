import { SquarePen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { IntakeSummary } from "../api/types";
import { Chips } from "../ui/Chips";
import { Empty } from "../ui/Empty";
import { Fetched } from "../ui/Fetched";
import { Page } from "../ui/Page";
import { Panel } from "../ui/Panel";
import { IntakeRow } from "./IntakeRow";
import { byNeed } from "./byNeed";
import { intakeStates } from "./intakeStates";
import { useIntakes } from "./useIntakes";

type Choice = "all" | (typeof intakeStates)[number];

export function IntakesPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const query = useIntakes();
  const choice: Choice = intakeStates.find((state) => state === search.get("state")) ?? "all";
  const count = (state: string) => (query.data ?? []).filter((intake) => intake.state === state).length;
  const choose = (value: Choice) => setSearch(value === "all" ? {} : { state: value }, { replace: true });
  return (
    <Page title={t("nav.intakes")} lead={t("intake.lead")}>
      <Chips
        label={t("intake.funnel")}
        value={choice}
        onChange={choose}
        options={[
          { value: "all", label: t("inbox.filter.all"), ...(query.data && { count: query.data.length }) },
          ...intakeStates
            .filter((state) => state === choice || state === "submitted" || count(state) > 0)
            .map((state) => ({ value: state, label: t(`intake.state.${state}`), ...(query.data && { count: count(state) }) })),
        ]}
      />
      <Panel title={choice === "all" ? t("intake.all") : t(`intake.state.${choice}`)} flush>
        <Fetched query={query}>{(items) => <List items={items.filter((item) => choice === "all" || item.state === choice)} />}</Fetched>
      </Panel>
    </Page>
  );
}

function List({ items }: { items: readonly IntakeSummary[] }) {
  const { t } = useTranslation();
  if (items.length === 0) return <Empty sign={SquarePen} title={t("intake.emptyTitle")} hint={t("intake.emptyHint")} />;
  return [...items].sort(byNeed).map((intake) => <IntakeRow key={intake.id} intake={intake} />);
}
