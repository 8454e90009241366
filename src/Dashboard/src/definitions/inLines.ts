/** Words in so many lines of so many characters, broken between words; what does not fit ends in an ellipsis. */
export function inLines(text: string, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, most);
  const end = shown.at(-1) ?? "";
  if (lines.length > most || end.length > width) shown[shown.length - 1] = `${end.slice(0, width - 1).trimEnd()}…`;
  return shown;
}
