import type { IntakeState, IntakeSummary } from "../api/types";
import type { ToneName } from "../theme/palette";

/** How far an intake has come, each stage with all before it behind. */
export const intakeStages = ["started", "asked", "submitted", "reviewed", "accepted"] as const;

/** Where an intake stands, in the order a run walks through it; the last ones are its ends. */
export const intakeStates = [
  "awaitingConsent",
  "inProgress",
  "submitted",
  "underReview",
  "accepted",
  "declined",
  "referred",
  "lapsed",
  "cancelled",
] as const;

export const toneOfIntake: Readonly<Record<IntakeState, ToneName>> = {
  awaitingConsent: "low",
  inProgress: "normal",
  submitted: "accent",
  underReview: "accent",
  accepted: "good",
  declined: "low",
  referred: "low",
  lapsed: "low",
  cancelled: "low",
};

/** A complaint is worked on as a ticket: nobody decides on its interview. */
export function awaitsDecision({ state, ticketId }: Pick<IntakeSummary, "state" | "ticketId">): boolean {
  return (state === "submitted" || state === "underReview") && !ticketId;
}
