import type { IntakeFilter } from "../api/endpoints";
import type { IntakeStage, IntakeState } from "../api/types";
import { dayKey, hoursAhead } from "../ui/formats";
import { intakeStages, intakeStates } from "./intakeStates";

/** Days up to today; what began earlier is left out. */
export const periods = ["all", "7", "30", "90"] as const;
export type Period = (typeof periods)[number];

const aDay = 24 * 3600 * 1000;

/** The view of the list is its address: a link reproduces it. */
export function filterOf(search: URLSearchParams, now: number): IntakeFilter {
  const { period, state, stage, definition } = chosenIn(search);
  return {
    ...(state && { state }),
    ...(stage && { stage }),
    ...(definition && { definition }),
    ...(period !== "all" && { from: beginningOf(Number(period), now) }),
  };
}

export function chosenIn(search: URLSearchParams) {
  const state: IntakeState | undefined = intakeStates.find((name) => name === search.get("state"));
  const stage: IntakeStage | undefined = intakeStages.find((name) => name === search.get("stage"));
  const period: Period = periods.find((name) => name === search.get("period")) ?? "all";
  return { state, stage, period, definition: search.get("definition") ?? undefined };
}

/** Midnight, in the viewer's zone, of the first of so many days of which today is the last. */
function beginningOf(days: number, now: number): string {
  return `${dayKey(new Date(now - (days - 1) * aDay))}T00:00:00+${String(hoursAhead).padStart(2, "0")}:00`;
}
