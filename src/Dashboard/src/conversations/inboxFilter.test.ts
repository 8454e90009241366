import { expect, it } from "vitest";
import { conversationOf } from "../testing/samples";
import { byUrgency, shown } from "./inboxFilter";

const now = Date.parse("2026-11-21T03:00:00Z");
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();

it("puts the most urgent first, and the latest of the same urgency", () => {
  const of = (id: string, urgency: "critical" | "normal", updatedAt: string) => conversationOf({ id, urgency, updatedAt });
  const sorted = [of("old", "normal", at(-60)), of("new", "normal", at(-1)), of("grave", "critical", at(-600))].sort(byUrgency);
  expect(sorted.map(({ id }) => id)).toEqual(["grave", "new", "old"]);
});

it("takes a window as closing in its last two hours only", () => {
  const closesIn = (minutes: number) => shown(conversationOf({ windowClosesAt: at(minutes) }), "closing", "", now);
  expect([closesIn(119), closesIn(121), closesIn(0)]).toEqual([true, false, false]);
});

it("finds by name, label, matter number and last words", () => {
  const conversation = conversationOf({
    clientName: "Siti",
    matterNumber: "PKR-20261118-004",
    lastMessage: { direction: "inbound", type: "text", preview: "ditahan polisi", at: at(0) },
  });
  expect(["siti", "4567", "pkr-2026", "POLISI", "budi"].map((words) => shown(conversation, "all", words, now))).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
});

it("takes as critical what is, flagged or not", () => {
  const of = (urgency: "critical" | "high") => shown(conversationOf({ urgency, flags: [] }), "critical", "", now);
  expect([of("critical"), of("high")]).toEqual([true, false]);
});
