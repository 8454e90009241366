import type { TFunction } from "i18next";

/** A kind of stream in words; one that a newer hub stores keeps its stored name. */
export function streamName(kind: string, t: TFunction): string {
  return t(`stream.${kind}` as "stream.intake", { defaultValue: kind.replaceAll("_", " ") });
}
