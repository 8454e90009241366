import type { TFunction } from "i18next";

/** A stored event's name as a sentence fragment; one that a newer hub stored keeps its stored words. */
export function eventName(type: string, t: TFunction): string {
  const words = type.replaceAll("_", " ");
  return t(`event.${type}` as "event.intake_started", { defaultValue: words.charAt(0).toUpperCase() + words.slice(1) });
}
