const name = /(^|\.)(id|hash|key|keyId|\w+Hash|wamid)$/;
const pointer = /(^|\.)content\.\w+$/;
const digest = /^[0-9a-f]{32,}$/i;

/** What ties one record to another, and says nothing to whoever reads: ids of its own, hashes, and where sealed words lie. */
export const isTechnical = (field: string, value: unknown): boolean =>
  name.test(field) || pointer.test(field) || (typeof value === "string" && digest.test(value));
