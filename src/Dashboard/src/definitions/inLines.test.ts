import { expect, it } from "vitest";
import { inLines } from "./inLines";

it("breaks between words and says that something is missing only where it is", () => {
  expect(inLines("panggilan == true and hours_until(tgl_panggilan) <= 72", 30, 2)).toEqual([
    "panggilan == true and",
    "hours_until(tgl_panggilan) <=…",
  ]);
  expect(inLines("Ada yang ditahan", 30, 2)).toEqual(["Ada yang ditahan"]);
  expect(inLines("aaaaaaaaaaaaaaaa", 8, 2)).toEqual(["aaaaaaa…"]);
});
