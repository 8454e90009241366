/** Personal values stand in the log as envelopes; here they read as one word, so that the rest of the event stays readable. */
export function withoutSealed(data: unknown, sealed: string, erased: string): unknown {
  if (Array.isArray(data)) return data.map((item) => withoutSealed(item, sealed, erased));
  if (typeof data !== "object" || data === null) return data;
  const fields = data as Record<string, unknown>;
  if (fields["erased"] === true || fields["isErased"] === true) return erased;
  if (["sealed", "ciphertext", "cipher", "$personal", "$sealed"].some((name) => name in fields)) return sealed;
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, withoutSealed(value, sealed, erased)]));
}
