import type { ConversationFilter } from "../api/endpoints";
import type { ConversationSummary } from "../api/types";
import { serviceWindow } from "../ui/serviceWindow";

export const inboxFilters = ["all", "mine", "unread", "unassigned", "flagged", "closing"] as const;
export type InboxFilter = (typeof inboxFilters)[number];

export function inboxFilterOf(text: string | null): InboxFilter {
  return inboxFilters.find((filter) => filter === text) ?? "all";
}

/** What the server sorts out; a closing window is told here, because it depends on the present minute. */
export function asked(filter: InboxFilter): ConversationFilter {
  return filter === "all" || filter === "closing" ? {} : { [filter]: true };
}

export function shown(conversation: ConversationSummary, filter: InboxFilter, words: string, now: number): boolean {
  if (filter === "closing" && serviceWindow(conversation.windowClosesAt, now).state !== "closing") return false;
  const wanted = words.trim().toLowerCase();
  return (
    wanted === "" ||
    [conversation.clientLabel, conversation.clientName, conversation.matterNumber, conversation.lastMessage?.preview].some(
      (text) => text?.toLowerCase().includes(wanted) === true,
    )
  );
}
