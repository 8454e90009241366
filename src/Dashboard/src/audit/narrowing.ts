import type { AuditFilter } from "../api/endpoints";
import type { QuestionParameter, SavedQuestion } from "../api/types";

/** Where each parameter of a question stands in the address and in the request. */
export const placeOf: Readonly<Record<QuestionParameter, keyof AuditFilter>> = {
  client: "subject",
  entity: "stream",
  actor: "actor",
  from: "from",
  to: "to",
};

export function parametersOf(question: SavedQuestion): QuestionParameter[] {
  return [...question.needs, ...question.takes];
}

/** What of the address narrows this question; the rest is not its business. */
export function narrowingOf(question: SavedQuestion, filter: AuditFilter): AuditFilter {
  const narrowing: AuditFilter = {};
  for (const parameter of parametersOf(question)) {
    const value = filter[placeOf[parameter]];
    if (value !== undefined) narrowing[placeOf[parameter]] = value;
  }
  return narrowing;
}

export function isComplete(question: SavedQuestion, narrowing: AuditFilter): boolean {
  return question.needs.every((parameter) => narrowing[placeOf[parameter]] !== undefined);
}
