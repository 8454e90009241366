import type { Notification } from "../api/types";

/** Whether something that sounds was said since; and all that is being said now. */
export function unheard(unseen: readonly Notification[], heard: ReadonlySet<string>): { fresh: boolean; sayings: ReadonlySet<string> } {
  const sayings = new Set(unseen.filter((item) => item.sounds).map((item) => `${item.id}/${item.round.toString()}`));
  return { fresh: [...sayings].some((saying) => !heard.has(saying)), sayings };
}
