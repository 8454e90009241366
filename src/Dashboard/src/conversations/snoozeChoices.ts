const hour = 3_600_000;
const day = 24 * hour;
const morning = 8;

export type SnoozeChoice = "hours" | "tomorrow" | "monday";

export const snoozeChoices: readonly SnoozeChoice[] = ["hours", "tomorrow", "monday"];

/** The moment that a choice means on a clock so many hours ahead of UTC; none of Indonesia's zones has summer time. */
export function momentOf(choice: SnoozeChoice, now: number, hoursAhead: number): number {
  if (choice === "hours") return now + 3 * hour;
  const local = now + hoursAhead * hour;
  const midnight = local - (local % day);
  const weekday = new Date(local).getUTCDay();
  const days = choice === "tomorrow" ? 1 : (8 - weekday) % 7 || 7;
  return midnight + days * day + morning * hour - hoursAhead * hour;
}
