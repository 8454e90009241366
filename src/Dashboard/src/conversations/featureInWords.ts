import type { TFunction } from "i18next";

const abouts = { urgency: "urgency", intent: "intent", "practice area": "area", complexity: "complexity" } as const;

/**
 * Assist gives a reason as `urgency critical: detention (ditahan polisi)`: which question it speaks to, and what of the message spoke. Its own
 * names are said in the reader's language; the client's words stay as they were written.
 */
export function featureInWords(feature: string, t: TFunction): string {
  const match = /^(urgency|intent|practice area|complexity) \S+: (.+)$/.exec(feature);
  if (match === null) return what(feature, t);
  return `${t(`field.${abouts[match[1] as keyof typeof abouts]}`)}: ${what(match[2] ?? "", t)}`;
}

function what(reason: string, t: TFunction): string {
  const about = /^words about (.+)$/.exec(reason)?.[1];
  if (about !== undefined) return t("evidence.about", { concept: concept(about, t) });
  const [, name, words] = /^([^“(]+) \((.*)\)$/.exec(reason) ?? [];
  if (name !== undefined) return words ? t("evidence.found", { concept: concept(name, t), words }) : concept(name, t);
  if (reason.startsWith("“")) return reason;
  const together = reason.split(" + ");
  if (together.length === 2) return together.map((part) => concept(part, t)).join(" + ");
  return t(`evidence.signs.${key(reason)}` as "evidence.signs.no_harm", { defaultValue: reason });
}

const concept = (name: string, t: TFunction) => t(`evidence.concepts.${key(name)}` as "evidence.concepts.fee", { defaultValue: name });

const key = (name: string) => name.replaceAll(", ", "_").replaceAll(" ", "_");
