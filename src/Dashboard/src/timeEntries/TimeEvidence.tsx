import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { TimeEntry } from "../api/types";
import { Bar } from "../ui/Bar";
import { Column } from "../ui/Column";
import { number } from "../ui/formats";
import { useLanguage } from "../ui/useLanguage";
import { Words } from "../ui/Words";
import { reasonInWords } from "./reasonInWords";

const parts = ["reading", "drafting", "draftReview", "documents", "media", "calls"] as const;

/** What the minutes are made of. Nobody is measured outside the hub. */
export function TimeEvidence({ entry }: { entry: TimeEntry }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const shown = parts.map((part) => ({ part, minutes: entry.components?.[part] ?? 0 })).filter(({ minutes }) => minutes > 0);
  const most = Math.max(...shown.map(({ minutes }) => minutes), Number.EPSILON);
  const because = entry.because.map((reason) => reasonInWords(reason, t)).filter((words) => words !== undefined);
  return (
    <Column gap="snug">
      <Typography variant="overline" component="h3" color="textSecondary">
        {t("time.evidence")}
      </Typography>
      {shown.length === 0 && because.length === 0 && <Words look="muted">{t("time.byHand")}</Words>}
      <Column gap="snug">
        {shown.map(({ part, minutes }) => (
          <Bar
            key={part}
            label={t(`time.part.${part}`)}
            share={minutes / most}
            says={t("unit.minutes", { minutes: number(minutes, language, { maximumFractionDigits: 1 }) })}
          />
        ))}
      </Column>
      {because.length > 0 && (
        <Words look="small" as="div">
          {because.map((reason) => (
            <div key={reason}>{reason}</div>
          ))}
        </Words>
      )}
      <Words look="small">
        UTBMS {entry.utbms.task} · {entry.utbms.activity}
      </Words>
    </Column>
  );
}
