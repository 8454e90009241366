import { ApiProblem } from "../api/ApiProblem";
import type { ConflictHit } from "../api/types";

/** The hits of a conflict check that a refused acceptance carries; undefined when it was refused for something else. */
export function conflictHits(error: unknown): ConflictHit[] | undefined {
  if (!(error instanceof ApiProblem) || !error.code.startsWith("conflict_hits")) return undefined;
  const hits = error.body["hits"];
  return Array.isArray(hits) ? (hits as ConflictHit[]) : [];
}
