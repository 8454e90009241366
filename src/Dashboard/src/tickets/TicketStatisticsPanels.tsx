import { useTranslation } from "react-i18next";
import type { TicketStatistics } from "../api/types";
import { Column } from "../ui/Column";
import { Panel } from "../ui/Panel";
import { shortPlainDate } from "../ui/formats";
import { useLanguage } from "../ui/useLanguage";
import { CountBars, type Counted } from "./CountBars";

interface Props {
  statistics: TicketStatistics;
  search: URLSearchParams;
  onChoose: (changes: Readonly<Record<string, string | null>>) => void;
}

/** Where complaints come from, what they are about, and how long open ones have waited. */
export function TicketStatisticsPanels({ statistics, search, onChoose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const bars = (counts: TicketStatistics["byRegion"], none: string): Counted[] =>
    counts.map(({ code, total, open }) => ({
      key: code?.value ?? "",
      label: code?.label[language] ?? none,
      count: total,
      says: total === 0 ? "0" : t("ticket.openOf", { open, total }),
    }));
  const ages = statistics.byAge.map(({ minDays, maxDays, open }) => ({
    key: `${minDays}-${maxDays ?? ""}`,
    label: ageName(minDays, maxDays ?? undefined),
    count: open,
    says: String(open),
  }));
  const age = `${search.get("minDays") ?? ""}-${search.get("maxDays") ?? ""}`;

  function ageName(least: number, most: number | undefined): string {
    if (most === undefined) return t("ticket.age.more", { days: least });
    return most === 1 ? t("ticket.age.today") : t("ticket.age.between", { from: least, to: most });
  }

  return (
    <Column gap="loose">
      <Panel title={t("ticket.byRegion")} flush>
        <CountBars
          counts={bars(statistics.byRegion, t("ticket.noRegion"))}
          chosen={search.get("region")}
          onChoose={(region) => onChoose({ region })}
        />
      </Panel>
      <Panel title={t("ticket.byCategory")} flush>
        <CountBars
          counts={bars(
            statistics.byCategory.filter(({ code }) => code),
            t("ticket.noCategory"),
          )}
          chosen={search.get("category")}
          onChoose={(category) => onChoose({ category })}
        />
      </Panel>
      <Panel title={t("ticket.byWeek")} flush>
        <CountBars
          counts={statistics.byWeek.map(({ from, minDays, maxDays, total, open }) => ({
            key: `${minDays}-${maxDays}`,
            label: t("ticket.weekFrom", { day: shortPlainDate(from, language) }),
            count: total,
            says: total === 0 ? "0" : t("ticket.openOf", { open, total }),
          }))}
          chosen={search.get("show") === "all" ? age : null}
          onChoose={(key) => {
            const [minDays = "", maxDays = ""] = key?.split("-") ?? [];
            onChoose({ minDays: minDays || null, maxDays: maxDays || null, show: key === null ? null : "all", state: null });
          }}
        />
      </Panel>
      <Panel title={t("ticket.byAge")} flush>
        <CountBars
          counts={ages}
          chosen={search.get("show") === "all" ? null : age}
          onChoose={(key) => {
            const [minDays = "", maxDays = ""] = key?.split("-") ?? [];
            onChoose({ minDays: minDays || null, maxDays: maxDays || null, show: null });
          }}
        />
      </Panel>
    </Column>
  );
}
