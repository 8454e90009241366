import type { TFunction } from "i18next";
import type { ScreenLanguage } from "../texts/i18n";
import { number } from "./formats";

const minute = 60_000;
const roughFrom = 10;

/** How long is left, as one says it: `13 mnt`, `1 jam 5 mnt`, from ten hours on in whole hours. A begun minute counts, so that none left means over. */
export function timeLeft(milliseconds: number, language: ScreenLanguage, t: TFunction): string {
  const minutes = Math.max(0, Math.ceil(milliseconds / minute));
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return t("unit.minutes", { minutes: number(rest, language) });
  if (hours >= roughFrom || rest === 0) return t("unit.hours", { hours: number(hours, language) });
  return t("unit.hoursMinutes", { hours: number(hours, language), minutes: number(rest, language) });
}
