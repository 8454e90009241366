import type { TFunction } from "i18next";
import type { Answer } from "../api/types";
import type { ScreenLanguage } from "../texts/i18n";

/** An answer as its question's options word it; the raw value where the definition has no words for it. */
export function answerText(answer: Answer, language: ScreenLanguage, t: TFunction): string {
  if (answer.display) return answer.display[language];
  const { value } = answer;
  if (value === null || value === undefined) return t("message.withheld");
  if (typeof value === "boolean") return value ? t("answer.yes") : t("answer.no");
  if (Array.isArray(value)) return value.map(String).join(", ");
  return typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value);
}
