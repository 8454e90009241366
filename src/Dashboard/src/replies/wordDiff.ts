export interface DiffPart {
  kind: "same" | "added" | "removed";
  text: string;
}

/** The shortest way from one text to the other in whole words and spaces (longest common subsequence). */
export function wordDiff(before: string, after: string): DiffPart[] {
  const one = words(before);
  const other = words(after);
  const common = commonLengths(one, other);
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < one.length || j < other.length) {
    const removed = one[i];
    const added = other[j];
    if (removed !== undefined && removed === added) {
      parts.push({ kind: "same", text: removed });
      i += 1;
      j += 1;
    } else if (removed !== undefined && (added === undefined || (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) {
      parts.push({ kind: "removed", text: removed });
      i += 1;
    } else if (added !== undefined) {
      parts.push({ kind: "added", text: added });
      j += 1;
    }
  }
  return joined(parts);
}

/** Neighbours become one part; a lone space between two changes belongs to both, so that phrases are replaced, not single words. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = [];
  let removed = "";
  let added = "";
  let same = "";
  function flush() {
    if (same !== "") result.push({ kind: "same", text: same });
    if (removed !== "") result.push({ kind: "removed", text: removed });
    if (added !== "") result.push({ kind: "added", text: added });
    same = removed = added = "";
  }
  parts.forEach(({ kind, text }, index) => {
    const changing = removed !== "" || added !== "";
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else if (changing && text.trim() === "" && index + 1 < parts.length && parts[index + 1]?.kind !== "same") {
      removed += text;
      added += text;
    } else {
      if (changing) flush();
      same += text;
    }
  });
  flush();
  return result;
}

function words(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
}

function commonLengths(one: readonly string[], other: readonly string[]): number[][] {
  const table = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (row === undefined) continue;
      const below = table[i + 1];
      row[j] = one[i] === other[j] ? (below?.[j + 1] ?? 0) + 1 : Math.max(below?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}
