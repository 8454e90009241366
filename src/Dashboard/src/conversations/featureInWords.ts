import type { TFunction } from "i18next";

const abouts = { urgency: "urgency", intent: "intent", "practice area": "area", complexity: "complexity" } as const;

/** Assist gives a reason as `urgency critical: ditahan polisi`; people read which question it speaks to, and the words in quotes. */
export function featureInWords(feature: string, t: TFunction): string {
  const match = /^(urgency|intent|practice area|complexity) \S+: (.+)$/.exec(feature);
  if (match === null) return `“${feature}”`;
  const about = abouts[match[1] as keyof typeof abouts];
  return `${t(`field.${about}`)}: “${match[2] ?? ""}”`;
}
