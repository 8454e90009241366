import { expect, it } from "vitest";
import { wordDiff } from "./wordDiff";

const restore = (parts: ReturnType<typeof wordDiff>, without: "added" | "removed") =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join("");

it("marks a changed word as removed and added, and leaves the rest alone", () => {
  expect(wordDiff("Kami pasti menang besok.", "Kami akan berusaha besok.")).toEqual([
    { kind: "same", text: "Kami " },
    { kind: "removed", text: "pasti menang" },
    { kind: "added", text: "akan berusaha" },
    { kind: "same", text: " besok." },
  ]);
});

it.each([
  ["", "baru"],
  ["lama", ""],
  ["sama", "sama"],
  ["satu dua tiga", "tiga dua satu"],
  ["Baris satu.\nBaris dua.", "Baris satu!\n\nBaris tiga, dan empat."],
])("loses no letter of either text: %j to %j", (before, after) => {
  const parts = wordDiff(before, after);
  expect(restore(parts, "added")).toBe(before);
  expect(restore(parts, "removed")).toBe(after);
});
