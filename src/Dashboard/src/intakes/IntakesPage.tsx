import { SquarePen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { Chips } from "../ui/Chips";
import { Empty } from "../ui/Empty";
import { Fetched } from "../ui/Fetched";
import { HeadField } from "../ui/HeadField";
import { More } from "../ui/More";
import { Page } from "../ui/Page";
import { Panel } from "../ui/Panel";
import { useNow } from "../ui/useNow";
import { FormChoice } from "./FormChoice";
import { FunnelSteps } from "./FunnelSteps";
import { IntakeRow } from "./IntakeRow";
import { byNeed } from "./byNeed";
import { chosenIn, filterOf, periods } from "./intakeFilter";
import { intakeStates } from "./intakeStates";
import { useIntakeFunnel, useIntakeList } from "./useIntakes";

const anyState = "all";

export function IntakesPage() {
  const { t } = useTranslation();
  const now = useNow();
  const [search, setSearch] = useSearchParams();
  const { state, stage, period, definition } = chosenIn(search);
  const filter = filterOf(search, now);
  const query = useIntakeList(filter);
  const funnel = useIntakeFunnel(filter);
  const { stages = [], states = [], definitions = [] } = funnel.data ?? {};
  const count = (name: string) => states.find((counted) => counted.state === name)?.count ?? 0;

  const choose = (changes: Readonly<Record<string, string | undefined>>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined) next.delete(name);
      else next.set(name, value);
    }
    setSearch(next, { replace: true });
  };

  return (
    <Page
      title={t("nav.intakes")}
      lead={t("intake.lead")}
      actions={
        <Chips
          label={t("intake.period")}
          value={period}
          onChange={(value) => choose({ period: value === "all" ? undefined : value })}
          options={periods.map((value) => ({
            value,
            label: value === "all" ? t("intake.ever") : t("intake.days", { count: Number(value) }),
          }))}
        />
      }
    >
      <Panel
        title={t("intake.funnel")}
        action={
          <HeadField>
            <FormChoice definitions={definitions} value={definition} onChange={(value) => choose({ definition: value })} />
          </HeadField>
        }
        flush
      >
        <Fetched query={funnel} rows={2}>
          {() => <FunnelSteps stages={stages} chosen={stage} onChoose={(value) => choose({ stage: value, state: undefined })} />}
        </Fetched>
      </Panel>
      <Chips
        label={t("intake.now")}
        value={state ?? anyState}
        onChange={(value) => choose({ state: value === anyState ? undefined : value, stage: undefined })}
        options={[
          { value: anyState, label: t("intake.anyState"), ...(funnel.data && { count: stages[0]?.count ?? 0 }) },
          ...intakeStates
            .filter((name) => name === state || name === "submitted" || count(name) > 0)
            .map((name) => ({ value: name, label: t(`intake.state.${name}`), ...(funnel.data && { count: count(name) }) })),
        ]}
      />
      <Panel title={state ? t(`intake.state.${state}`) : stage ? t(`intake.stage.${stage}`) : t("intake.all")} flush>
        <Fetched query={query}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            return items.length === 0 ? (
              <Empty sign={SquarePen} title={t("intake.emptyTitle")} hint={t("intake.emptyHint")} />
            ) : (
              <>
                {items.sort(byNeed).map((intake) => (
                  <IntakeRow key={intake.id} intake={intake} />
                ))}
                <More query={query} />
              </>
            );
          }}
        </Fetched>
      </Panel>
    </Page>
  );
}
