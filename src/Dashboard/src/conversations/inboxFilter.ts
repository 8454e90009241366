import type { ConversationFilter } from "../api/endpoints";
import type { Conversation } from "../api/types";
import { serviceWindow } from "../ui/serviceWindow";
import { pressing } from "./clocks";

export const inboxFilters = [
  "all",
  "critical",
  "mine",
  "unread",
  "unassigned",
  "flagged",
  "owed",
  "closing",
  "snoozed",
  "resolved",
] as const;
export type InboxFilter = (typeof inboxFilters)[number];

export function inboxFilterOf(text: string | null): InboxFilter {
  return inboxFilters.find((filter) => filter === text) ?? "all";
}

/** What the server sorts out; the others are told from the list of open ones, a closing window by the present minute. */
export function asked(filter: InboxFilter): ConversationFilter {
  if (filter === "snoozed" || filter === "resolved") return { standing: filter };
  const narrowed = filter === "mine" || filter === "unread" || filter === "flagged" || filter === "unassigned";
  return { standing: "open", ...(narrowed && { [filter]: true }) };
}

const rank = { critical: 0, high: 1, normal: 2, low: 3 } as const;

/** The most urgent on top, and of the same urgency the latest. */
export function byUrgency(one: Conversation, other: Conversation): number {
  return rank[one.urgency] - rank[other.urgency] || latest(other).localeCompare(latest(one));
}

const latest = ({ lastMessage, updatedAt }: Conversation) => lastMessage?.at ?? updatedAt;

export function shown(conversation: Conversation, filter: InboxFilter, words: string, now: number): boolean {
  if (filter === "critical" && conversation.urgency !== "critical") return false;
  if (filter === "owed" && pressing([conversation], now).length === 0) return false;
  if (filter === "closing" && serviceWindow(conversation.windowClosesAt, now).state !== "closing") return false;
  const wanted = words.trim().toLowerCase();
  return (
    wanted === "" ||
    [conversation.clientLabel, conversation.clientName, conversation.matterNumber, conversation.lastMessage?.preview].some(
      (text) => text?.toLowerCase().includes(wanted) === true,
    )
  );
}
