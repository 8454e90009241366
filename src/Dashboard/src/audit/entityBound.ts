import type { EntityBound } from "../api/endpoints";
import { asQuery, isDay, isMoment } from "./auditFilter";

/** Up to where the address asks for an entity; what is no version and no moment asks for now. */
export function boundOf(search: URLSearchParams): EntityBound {
  const version = search.get("version") ?? "";
  if (/^[1-9]\d{0,8}$/.test(version)) return { version: Number(version) };
  const asOf = search.get("asOf") ?? "";
  if (!isMoment(asOf)) return {};
  return { asOf: asQuery({ to: asOf }).to ?? asOf };
}

/** The whole day that the address asks for, or nothing. */
export function dayOf(search: URLSearchParams): string {
  const asOf = search.get("asOf") ?? "";
  return !search.has("version") && isDay(asOf) && isMoment(asOf) ? asOf : "";
}
