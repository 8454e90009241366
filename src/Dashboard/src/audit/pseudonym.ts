/** A client's short name for whoever may not read the real one: always the same, and telling nothing. The server makes it by the same rule. */
export function pseudonym(client: string): string {
  return `K-${client.slice(0, 8).toUpperCase()}`;
}
