import Button from "@mui/material/Button";
import { Clock, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { TimeEntry } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { Chips } from "../ui/Chips";
import { Column } from "../ui/Column";
import { Empty } from "../ui/Empty";
import { Fetched } from "../ui/Fetched";
import { plainDate } from "../ui/formats";
import { Line } from "../ui/Line";
import { Minutes } from "../ui/Minutes";
import { Money } from "../ui/Money";
import { Page } from "../ui/Page";
import { Panel } from "../ui/Panel";
import { useLanguage } from "../ui/useLanguage";
import { Words } from "../ui/Words";
import { RecordTimeDialog } from "./RecordTimeDialog";
import { TimeEntryCard } from "./TimeEntryCard";
import { byDay, isOpen, timeStates } from "./timeStates";
import { useTimeEntries } from "./useTimeEntries";

const choices = ["open", ...timeStates, "all"] as const;
type Choice = (typeof choices)[number];

export function TimePage() {
  const { t } = useTranslation();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const [recording, setRecording] = useState(false);
  const matterId = search.get("matter") ?? undefined;
  const query = useTimeEntries(matterId === undefined ? {} : { matterId });
  const choice: Choice = choices.find((name) => name === search.get("state")) ?? "open";
  const choose = (state: Choice) =>
    setSearch({ ...(state !== "open" && { state }), ...(matterId !== undefined && { matter: matterId }) }, { replace: true });
  const belongs = (entry: TimeEntry) => choice === "all" || (choice === "open" ? isOpen(entry) : entry.state === choice);
  return (
    <Page
      title={t("nav.time")}
      lead={t("time.lead")}
      actions={
        may("recordTime") && (
          <Button startIcon={<Plus size={15} aria-hidden />} onClick={() => setRecording(true)}>
            {t("act.recordTime")}
          </Button>
        )
      }
    >
      <Line spread>
        <Chips
          label={t("time.states")}
          value={choice}
          onChange={choose}
          options={choices.map((name) => ({
            value: name,
            label: name === "open" || name === "all" ? t(`time.choice.${name}`) : t(`time.state.${name}`),
          }))}
        />
        {matterId !== undefined && (
          <Button variant="text" onClick={() => setSearch(choice === "open" ? {} : { state: choice }, { replace: true })}>
            {t("time.allMatters")}
          </Button>
        )}
      </Line>
      <Fetched query={query}>{(entries) => <Days entries={entries.filter(belongs)} />}</Fetched>
      {recording && <RecordTimeDialog onClose={() => setRecording(false)} />}
    </Page>
  );
}

function Days({ entries }: { entries: readonly TimeEntry[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (entries.length === 0) {
    return (
      <Panel title={t("nav.time")} flush>
        <Empty sign={Clock} title={t("time.emptyTitle")} hint={t("time.emptyHint")} />
      </Panel>
    );
  }
  return (
    <Column gap="loose">
      {byDay(entries).map((day) => (
        <Panel
          key={day.date}
          flush
          title={plainDate(day.date, language)}
          action={
            <Words look="strong">
              <Minutes minutes={day.minutes} /> · <Money amount={day.amount} />
            </Words>
          }
        >
          {day.entries.map((entry) => (
            <TimeEntryCard key={entry.id} entry={entry} />
          ))}
        </Panel>
      ))}
    </Column>
  );
}
