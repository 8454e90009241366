import type { IntakeSummary } from "../api/types";
import { awaitsDecision } from "./intakeStates";

const rank = { critical: 0, high: 1, normal: 2, low: 3 } as const;

/** What waits for a decision first, then what still runs, then what is over; in each the most urgent, and of the same urgency the latest. */
export function byNeed(one: IntakeSummary, other: IntakeSummary): number {
  return stage(one) - stage(other) || rank[one.urgency] - rank[other.urgency] || other.updatedAt.localeCompare(one.updatedAt);
}

function stage(intake: IntakeSummary): number {
  if (awaitsDecision(intake)) return 0;
  const { state } = intake;
  return state === "inProgress" || state === "awaitingConsent" ? 1 : 2;
}
