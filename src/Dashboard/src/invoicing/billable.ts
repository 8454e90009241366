import type { MatterSummary, TimeEntry } from "../api/types";

export interface Billable {
  matter: MatterSummary;
  entries: number;
  minutes: number;
  amount: number;
}

/** The matters an invoice can be drafted for, with what their approved time adds up to. */
export function billable(matters: readonly MatterSummary[], approved: readonly TimeEntry[]): Billable[] {
  return matters
    .map((matter) => {
      const own = approved.filter(({ matterId }) => matterId === matter.id);
      return {
        matter,
        entries: own.length,
        minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
        amount: own.reduce((sum, { amount }) => sum + amount, 0),
      };
    })
    .filter(({ entries }) => entries > 0);
}
