import type { TFunction } from "i18next";
import type { AuditEvent } from "../api/types";

interface Seen {
  kind?: string;
}

/** What a reading was of: kinds with their number, such as `3 messages`. */
export function contentsInWords(event: AuditEvent, t: TFunction): string {
  if (event.type === "number_revealed") return t("readings.number");
  const { contents } = (event.data ?? {}) as { contents?: readonly Seen[] };
  const counts = new Map<string, number>();
  for (const { kind } of contents ?? []) if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .map(([kind, count]) => {
      const name = t(`readings.kind.${kind}` as "readings.kind.Name", { defaultValue: kind });
      return count === 1 ? name : `${count} × ${name}`;
    })
    .join(", ");
}
