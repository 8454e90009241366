import { expect, it } from "vitest";
import { momentOf } from "./snoozeChoices";

it("means the same day, the next morning, and the morning of the next Monday", () => {
  const thursday = new Date(2026, 10, 26, 16, 30);
  expect(momentOf("hours", thursday)).toEqual(new Date(2026, 10, 26, 19, 30));
  expect(momentOf("tomorrow", thursday)).toEqual(new Date(2026, 10, 27, 8, 0));
  expect(momentOf("monday", thursday)).toEqual(new Date(2026, 10, 30, 8, 0));
});

it("means a week later on a Monday, and the next day on a Sunday", () => {
  expect(momentOf("monday", new Date(2026, 10, 23, 9, 0))).toEqual(new Date(2026, 10, 30, 8, 0));
  expect(momentOf("monday", new Date(2026, 10, 29, 9, 0))).toEqual(new Date(2026, 10, 30, 8, 0));
});
