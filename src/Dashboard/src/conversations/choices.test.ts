import { expect, it } from "vitest";
import { asOffered, isComplete, longestText, toRequest, type Choices } from "./choices";

const buttons = (...titles: string[]): Choices => ({ kind: "buttons", titles });
const list = (...sections: { title: string; rows: [string, string][] }[]): Choices => ({
  kind: "list",
  button: "Pilih",
  sections: sections.map(({ title, rows }) => ({ title, rows: rows.map(([row, description]) => ({ title: row, description })) })),
});

it("takes buttons that are named, short and different", () => {
  expect(isComplete(buttons("Senin", "Selasa"))).toBe(true);
  expect(isComplete(buttons("Senin", " "))).toBe(false);
  expect(isComplete(buttons("Senin", "Senin "))).toBe(false);
  expect(isComplete(buttons("a".repeat(20)))).toBe(true);
  expect(isComplete(buttons("a".repeat(21)))).toBe(false);
});

it("asks for headings only where there are several", () => {
  expect(isComplete(list({ title: "", rows: [["09.00", ""]] }))).toBe(true);
  expect(isComplete(list({ title: "Pagi", rows: [["09.00", ""]] }, { title: "", rows: [["13.00", ""]] }))).toBe(false);
  expect(isComplete(list({ title: "Pagi", rows: [["09.00", ""]] }, { title: "Siang", rows: [["13.00", ""]] }))).toBe(true);
  expect(isComplete(list({ title: "", rows: [["09.00", "a".repeat(73)]] }))).toBe(false);
});

it("leaves less room for words above buttons than above a list", () => {
  expect([longestText(buttons("Ya")), longestText(list()), longestText(undefined)]).toEqual([1024, 4096, 4096]);
});

it("sends what is empty as nothing", () => {
  expect(toRequest(buttons(" Ya "))).toEqual({ buttons: ["Ya"] });
  expect(toRequest(list({ title: " ", rows: [[" 09.00", " "]] }))).toEqual({
    list: { button: "Pilih", sections: [{ title: null, rows: [{ title: "09.00", description: null }] }] },
  });
});

it("shows what has a name already", () => {
  expect(asOffered(buttons("Ya", ""))).toEqual({ buttons: [{ title: "Ya" }] });
  expect(asOffered(list({ title: "Pagi", rows: [["09.00", "Ruang 2"]] })).list?.rows).toEqual([
    { id: "0", title: "09.00", description: "Ruang 2", section: "Pagi" },
  ]);
});
