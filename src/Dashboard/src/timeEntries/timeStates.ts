import type { TimeEntry, TimeEntryState } from "../api/types";
import type { ToneName } from "../theme/palette";

export const timeStates = ["suggested", "draft", "approved", "rejected", "billed", "reversed"] as const;

export const toneOfTime: Readonly<Record<TimeEntryState, ToneName>> = {
  suggested: "accent",
  draft: "normal",
  approved: "good",
  rejected: "low",
  billed: "low",
  reversed: "low",
};

export const isOpen = ({ state }: Pick<TimeEntry, "state">) => state === "suggested" || state === "draft";

/** Six minutes are one unit; a begun one counts whole. */
export const billedMinutes = (minutes: number) => Math.ceil(minutes / 6) * 6;

export interface Day {
  date: string;
  entries: TimeEntry[];
  minutes: number;
  amount: number;
}

/** Entries under their day of work, latest first, with what the day adds up to (rejected and reversed time adds nothing). */
export function byDay(entries: readonly TimeEntry[]): Day[] {
  const days = new Map<string, Day>();
  for (const entry of entries) {
    const date = entry.workDate.slice(0, 10);
    const day = days.get(date) ?? { date, entries: [], minutes: 0, amount: 0 };
    day.entries.push(entry);
    if (entry.state !== "rejected" && entry.state !== "reversed") {
      day.minutes += entry.minutes;
      day.amount += entry.amount;
    }
    days.set(date, day);
  }
  return [...days.values()].sort((one, other) => other.date.localeCompare(one.date));
}
