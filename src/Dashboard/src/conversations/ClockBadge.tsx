import { Timer, TimerOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ServiceClock } from "../api/types";
import { Badge } from "../ui/Badge";
import { timeLeft } from "../ui/timeLeft";
import { useLanguage } from "../ui/useLanguage";
import { useNow } from "../ui/useNow";
import { clockState } from "./clocks";

/** What the firm owes here and how long it has for it; silent while more than half of the time is left, unless asked. */
export function ClockBadge({ clock, always = false }: { clock: ServiceClock; always?: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow(15_000);
  const state = clockState(clock, now);
  if (state === "fresh" && !always) return null;
  const left = Date.parse(clock.dueAt) - now;
  const kind = t(`clock.kind.${clock.kind}`);
  return (
    <Badge tone={state === "breached" ? "critical" : state === "pressing" ? "high" : "low"}>
      {state === "breached" ? <TimerOff aria-hidden /> : <Timer aria-hidden />}
      {state === "breached"
        ? t("clock.over", { kind, time: timeLeft(-left, language, t) })
        : t("clock.left", { kind, time: timeLeft(left, language, t) })}
    </Badge>
  );
}
