import { expect, it } from "vitest";
import events from "../../api/events.json";
import fields from "../../api/fields.json";
import en from "./en.json";
import id from "./id.json";

const plural = /_(one|other)$/;

function paths(node: object, before = ""): string[] {
  return Object.entries(node).flatMap(([name, value]) =>
    typeof value === "string" ? [`${before}${name}`.replace(plural, "")] : paths(value as object, `${before}${name}.`),
  );
}

const namesOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

function leaves(node: object, before = ""): [string, string][] {
  return Object.entries(node).flatMap(([name, value]) =>
    typeof value === "string" ? [[`${before}${name}`, value] as [string, string]] : leaves(value as object, `${before}${name}.`),
  );
}

it("says everything in both languages", () => expect([...new Set(paths(en))].sort()).toEqual([...new Set(paths(id))].sort()));

it("names every event of the hub, and no other", () => expect(Object.keys(id.event).sort()).toEqual(events));

it("names every field of an event and of a page", () => expect(fields.filter((name) => !(name in id.entity.field))).toEqual([]));

it("fills the same blanks in both languages", () => {
  const indonesian = new Map(leaves(id));
  for (const [path, text] of leaves(en)) {
    if (path.endsWith("_one")) continue;
    expect([path, namesOf(text)]).toEqual([path, namesOf(indonesian.get(path) ?? "")]);
  }
});
