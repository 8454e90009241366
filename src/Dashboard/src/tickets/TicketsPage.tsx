import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import { Megaphone, Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { More } from "../ui/More";
import { Chips } from "../ui/Chips";
import { Column } from "../ui/Column";
import { Empty } from "../ui/Empty";
import { Fetched } from "../ui/Fetched";
import { Page } from "../ui/Page";
import { Panel } from "../ui/Panel";
import { Split } from "../ui/Split";
import { useLanguage } from "../ui/useLanguage";
import { filterOf, shown, shownOf } from "./ticketFilter";
import { TicketRow } from "./TicketRow";
import { TicketStatisticsPanels } from "./TicketStatisticsPanels";
import { useTickets, useTicketStatistics } from "./useTickets";

export function TicketsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const [search, setSearch] = useSearchParams();
  const query = useTickets(filterOf(search));
  const statistics = useTicketStatistics();
  const { total = 0, open = 0, byState = [] } = statistics.data ?? {};

  const choose = (changes: Readonly<Record<string, string | null>>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    setSearch(next, { replace: true });
  };
  const counts = { open, closed: total - open, all: total };
  const state = search.get("state");
  const narrowed = ["state", "category", "region", "minDays", "maxDays", "number"].some((name) => search.has(name));

  return (
    <Page
      title={t("nav.tickets")}
      lead={t("ticket.lead")}
      actions={
        <TextField
          size="small"
          type="search"
          label={t("ticket.findNumber")}
          placeholder="LAP-20261121-001"
          value={search.get("number") ?? ""}
          onChange={(event) => choose({ number: event.target.value || null })}
          slotProps={{
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <Search size={15} aria-hidden />
                </InputAdornment>
              ),
            },
          }}
        />
      }
    >
      <Column gap="snug">
        <Chips
          label={t("ticket.show")}
          value={state ?? shownOf(search)}
          onChange={(value) =>
            choose(shown.some((choice) => choice === value) ? { show: value, state: null } : { state: value, show: null })
          }
          options={[
            ...shown.map((value) => ({
              value: value,
              label: t(`ticket.shown.${value}`),
              ...(statistics.data && { count: counts[value] }),
            })),
            ...byState.map(({ code, total: count }) => ({ value: code?.value ?? "", label: code?.label[language] ?? "", count })),
          ]}
        />
      </Column>
      <Split>
        <Panel title={t("ticket.list")} flush>
          <Fetched query={query}>
            {({ pages }) => {
              const items = pages.flatMap((page) => page.items);
              return items.length === 0 ? (
                <Empty
                  sign={Megaphone}
                  title={t(narrowed ? "ticket.noneFound" : "ticket.emptyTitle")}
                  hint={t(narrowed ? "ticket.noneFoundHint" : "ticket.emptyHint")}
                />
              ) : (
                <>
                  {items.map((ticket) => (
                    <TicketRow key={ticket.id} ticket={ticket} />
                  ))}
                  <More query={query} />
                </>
              );
            }}
          </Fetched>
        </Panel>
        <Fetched query={statistics}>
          {(counted) => counted.total > 0 && <TicketStatisticsPanels statistics={counted} search={search} onChoose={choose} />}
        </Fetched>
      </Split>
    </Page>
  );
}
