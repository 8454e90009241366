const morning = 8;

export type SnoozeChoice = "hours" | "tomorrow" | "monday";

export const snoozeChoices: readonly SnoozeChoice[] = ["hours", "tomorrow", "monday"];

/** The moment that a choice means on the clock of whoever chooses. */
export function momentOf(choice: SnoozeChoice, now: Date): Date {
  const at = new Date(now);
  if (choice === "hours") {
    at.setHours(at.getHours() + 3);
    return at;
  }
  const days = choice === "tomorrow" ? 1 : (8 - at.getDay()) % 7 || 7;
  at.setDate(at.getDate() + days);
  at.setHours(morning, 0, 0, 0);
  return at;
}
