import { expect, it } from "vitest";
import { momentOf, type SnoozeChoice } from "./snoozeChoices";

const jakarta = (text: string) => Date.parse(`${text}+07:00`);
const means = (choice: SnoozeChoice, now: string) => momentOf(choice, jakarta(now), 7);

it("means the same day, the next morning, and the morning of the next Monday", () => {
  expect(means("hours", "2026-11-26T16:30:00")).toBe(jakarta("2026-11-26T19:30:00"));
  expect(means("tomorrow", "2026-11-26T16:30:00")).toBe(jakarta("2026-11-27T08:00:00"));
  expect(means("monday", "2026-11-26T16:30:00")).toBe(jakarta("2026-11-30T08:00:00"));
});

it("counts days by the clock of the zone, where it is tomorrow already", () => {
  expect(means("tomorrow", "2026-11-27T00:30:00")).toBe(jakarta("2026-11-28T08:00:00"));
});

it("means a week later on a Monday, and the next day on a Sunday", () => {
  expect(means("monday", "2026-11-23T09:00:00")).toBe(jakarta("2026-11-30T08:00:00"));
  expect(means("monday", "2026-11-29T09:00:00")).toBe(jakarta("2026-11-30T08:00:00"));
});
