import { expect, it } from "vitest";
import type { ServiceClock } from "../api/types";
import { conversationOf } from "../testing/samples";
import { clockState, pressing } from "./clocks";

const now = Date.parse("2026-11-23T03:00:00Z");
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
const clock = (half: number, due: number): ServiceClock => ({
  kind: "firstResponse",
  urgency: "normal",
  startedAt: at(-60),
  halfAt: at(half),
  dueAt: at(due),
  breached: due <= 0,
});

it("presses from half of the time on, and is breached from all of it on", () => {
  expect([clock(1, 2), clock(0, 1), clock(-2, 0)].map((one) => clockState(one, now))).toEqual(["fresh", "pressing", "breached"]);
});

it("puts what is owed longest first, and leaves out what has time", () => {
  const of = (id: string, ...clocks: ServiceClock[]) => conversationOf({ id, clocks });
  const found = pressing(
    [of("fresh", clock(10, 20)), of("soon", clock(-5, 5)), of("none"), of("late", clock(10, 90), clock(-50, -5))],
    now,
  );
  expect(found.map(({ id }) => id)).toEqual(["late", "soon"]);
});
