/** The first group of every GUID in a text is enough to tell streams apart by eye; the whole stands in the detail. */
export function shortId(text: string): string {
  return text.replace(/([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, "$1");
}
