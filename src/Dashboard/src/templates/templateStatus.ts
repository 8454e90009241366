import type { TFunction } from "i18next";
import type { ToneName } from "../theme/palette";

const tones: Readonly<Record<string, ToneName>> = {
  DRAFT: "low",
  APPROVED: "good",
  PENDING: "accent",
  IN_APPEAL: "accent",
  PAUSED: "high",
  FLAGGED: "high",
  REJECTED: "critical",
  DISABLED: "critical",
  DELETED: "low",
};

const advices = ["draft", "paused", "disabled", "rejected", "pending", "deleted"] as const;

export const toneOf = (status: string): ToneName => tones[status] ?? "normal";

/** Meta's words in the viewer's; a new one of Meta's stays as it is. */
export const statusText = (status: string, t: TFunction): string =>
  t(`templates.status.${status}` as "templates.status.APPROVED", { defaultValue: status });

export const categoryText = (category: string, t: TFunction): string =>
  t(`templates.categories.${category}` as "templates.categories.UTILITY", { defaultValue: category });

/** Meta's code of a language, or of one as spoken in a country, in the viewer's words; one without a name here stays a code. */
export const languageText = (language: string, t: TFunction): string =>
  t(`language.${language.split("_")[0]}` as "language.id", { defaultValue: language });

export const qualityText = (quality: string, t: TFunction): string =>
  t(`templates.qualities.${quality}` as "templates.qualities.GREEN", { defaultValue: quality });

/** What the status means for the firm, and what to do about it. */
export function adviceOf(status: string, t: TFunction): string | undefined {
  const known = advices.find((advice) => advice === status.toLowerCase());
  return known === undefined ? undefined : t(`templates.${known}`);
}
