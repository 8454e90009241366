import type { TicketSummary } from "../api/types";
import type { ToneName } from "../theme/palette";

/** A definition names its states as it likes: the tone says open or closed, and what presses. */
export function toneOfTicket({ isClosed, urgency }: Pick<TicketSummary, "isClosed" | "urgency">): ToneName {
  if (isClosed) return "low";
  return urgency === "critical" ? "critical" : "accent";
}
