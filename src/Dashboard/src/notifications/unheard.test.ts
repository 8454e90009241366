import { expect, it } from "vitest";
import type { Notification } from "../api/types";
import { unheard } from "./unheard";

const said = (id: string, round: number, sounds = true): Notification => ({
  id,
  occasion: "criticalFlag",
  place: { kind: "conversation", id: "c" },
  raisedAt: "2026-11-23T03:00:00Z",
  saidAt: "2026-11-23T03:00:00Z",
  round,
  sounds,
  unseen: true,
  waiting: [],
});

it("rings for what is new and for what is said again, and for nothing else", () => {
  const first = unheard([said("a", 0)], new Set());
  expect(first.fresh).toBe(true);
  expect(unheard([said("a", 0)], first.sayings).fresh).toBe(false);
  expect(unheard([said("a", 1)], first.sayings).fresh).toBe(true);
  expect(unheard([said("a", 0), said("b", 0, false)], first.sayings).fresh).toBe(false);
  expect(unheard([], first.sayings).fresh).toBe(false);
});
