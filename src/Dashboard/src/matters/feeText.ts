import type { TFunction } from "i18next";
import type { Matter } from "../api/types";
import type { ScreenLanguage } from "../texts/i18n";
import { rupiah } from "../ui/formats";

/** The agreed fee in one line; arrangements carry their kind, and the hourly one its rate. */
export function feeText(matter: Matter, language: ScreenLanguage, t: TFunction): string | undefined {
  const fee = matter.feeArrangement;
  const raw = typeof fee === "string" ? fee : typeof fee === "object" && fee !== null ? (fee as { kind?: unknown }).kind : undefined;
  const kind = typeof raw === "string" ? t(`fee.${raw}` as "fee.hourly", { defaultValue: raw }) : undefined;
  const rate = matter.hourlyRate ? t("fee.perHour", { amount: rupiah(matter.hourlyRate, language) }) : undefined;
  return [kind, rate].filter((part) => part !== undefined).join(" · ") || undefined;
}
