import { expect, it } from "vitest";
import { heldUntil } from "./quietHours";

const jakarta = (time: string) => new Date(`${time}:00+07:00`).getTime();

it("lets pass by day", () => expect(heldUntil(jakarta("2026-11-23T19:59"), undefined, 7)).toBeUndefined());

it("holds from eight in the evening until seven", () => {
  expect(heldUntil(jakarta("2026-11-23T20:00"), jakarta("2026-11-23T12:00"), 7)).toBe(jakarta("2026-11-24T07:00"));
  expect(heldUntil(jakarta("2026-11-24T03:00"), jakarta("2026-11-23T12:00"), 7)).toBe(jakarta("2026-11-24T07:00"));
});

it("answers whoever wrote this night, or in the hour before", () => {
  expect(heldUntil(jakarta("2026-11-24T03:00"), jakarta("2026-11-23T19:00"), 7)).toBeUndefined();
  expect(heldUntil(jakarta("2026-11-24T03:00"), jakarta("2026-11-23T18:59"), 7)).toBe(jakarta("2026-11-24T07:00"));
});
