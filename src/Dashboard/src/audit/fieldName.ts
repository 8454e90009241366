import type { TFunction } from "i18next";

/** A line of a state by what it is called: `parties.1.name` as `Pihak 1 · nama`. A name that the screen does not know is spelled out. */
export function fieldName(path: string, t: TFunction): string {
  const parts: string[] = [];
  for (const part of path.split(".")) {
    if (/^\d+$/.test(part) && parts.length > 0) parts.push(`${parts.pop()} ${part}`);
    else parts.push(t(`entity.field.${part}` as "entity.field.state", { defaultValue: spelledOut(part) }));
  }
  const words = parts.join(" · ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function spelledOut(name: string): string {
  return name.replaceAll("_", " ").replace(/(\p{Ll})(\p{Lu})/gu, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`);
}
