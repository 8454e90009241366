export const letterKinds = ["message", "policy", "webhook"] as const;
export type LetterKind = (typeof letterKinds)[number];

export const isLetterKind = (kind: string | null): kind is LetterKind => letterKinds.some((known) => known === kind);
