import type { Conversation, ServiceClock } from "../api/types";

export type ClockState = "fresh" | "pressing" | "breached";

export function clockState(clock: ServiceClock, now: number): ClockState {
  if (now >= Date.parse(clock.dueAt)) return "breached";
  return now >= Date.parse(clock.halfAt) ? "pressing" : "fresh";
}

/** The clock of a conversation that runs out first. */
export function firstClock({ clocks }: Conversation): ServiceClock | undefined {
  return [...clocks].sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt))[0];
}

/** Conversations in which half of some time is spent, the latest of all on top. */
export function pressing(conversations: readonly Conversation[], now: number): Conversation[] {
  return conversations
    .map((conversation) => ({ conversation, clock: firstClock(conversation) }))
    .filter(({ clock }) => clock !== undefined && clockState(clock, now) !== "fresh")
    .sort((one, other) => Date.parse(one.clock?.dueAt ?? "") - Date.parse(other.clock?.dueAt ?? ""))
    .map(({ conversation }) => conversation);
}
