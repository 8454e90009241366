/** A state as lines of one name and one value each: names from the outside in, joined by dots, places in a list as numbers; what is empty is left out. */
export function leavesOf(state: unknown, before = ""): [field: string, value: unknown][] {
  if (state === null || state === undefined || state === "") return [];
  if (typeof state !== "object" || "sealed" in state) return [[before, state]];
  return Object.entries(state).flatMap(([name, value]) => {
    const part = Array.isArray(state) ? String(Number(name) + 1) : name;
    return leavesOf(value, before === "" ? part : `${before}.${part}`);
  });
}
