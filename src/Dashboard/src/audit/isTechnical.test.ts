import { expect, it } from "vitest";
import { isTechnical } from "./isTechnical";

it("folds what only ties records together, and nothing that says who, when or what", () => {
  const technical = (field: string, value: unknown = "x") => isTechnical(field, value);
  expect(["id", "last.content.id", "last.content.client", "draftHash", "parties.1.id"].filter((field) => !technical(field))).toEqual([]);
  expect(["client", "last.at", "holder", "parties.1.name", "invoice", "hidden"].filter((field) => technical(field))).toEqual([]);
  expect(technical("root", "0d4f1c37290b6519f2988cd945f45891")).toBe(true);
});
