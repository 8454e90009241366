import type { TFunction } from "i18next";

/** A message's type in words; one this version has never heard of is named as it came. */
export function messageKind(type: string, t: TFunction): string {
  return t(`message.kind.${type}` as "message.kind.text", { defaultValue: t("message.kind.unknown", { type }) });
}
