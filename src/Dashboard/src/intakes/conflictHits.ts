import { ApiProblem } from "../api/ApiProblem";
import type { ConflictHit } from "../api/types";

/** The hits of a conflict check that a refused acceptance carries; undefined when it was refused for something else. */
export function conflictHits(error: unknown): ConflictHit[] | undefined {
  if (!(error instanceof ApiProblem) || !error.code.startsWith("conflict_hits")) return undefined;
  const hits = error.body["hits"];
  return Array.isArray(hits) ? hits.map(hitOf) : [];
}

function hitOf(raw: unknown): ConflictHit {
  const hit = (typeof raw === "object" && raw !== null ? raw : {}) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const responsible = hit["responsible"];
  const name = typeof responsible === "object" && responsible !== null ? (responsible as { name?: unknown }).name : responsible;
  return { matterNumber: text(hit["matterNumber"] ?? hit["number"]), side: text(hit["side"]), responsible: text(name) };
}
