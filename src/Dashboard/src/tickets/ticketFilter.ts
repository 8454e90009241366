import type { TicketFilter } from "../api/endpoints";

/** Open, closed, or both: what the list shows first. */
export const shown = ["open", "closed", "all"] as const;
export type Shown = (typeof shown)[number];

/** The view of the list is its address: a link reproduces it. */
export function filterOf(search: URLSearchParams): TicketFilter {
  const number = search.get("number");
  const filter: TicketFilter = {};
  for (const name of ["state", "category", "region"] as const) {
    const value = search.get(name);
    if (value !== null) filter[name] = value;
  }
  for (const name of ["minDays", "maxDays"] as const) {
    const days = Number.parseInt(search.get(name) ?? "", 10);
    if (days >= 0) filter[name] = days;
  }
  if (number) return { ...filter, number }; // whoever looks for a number wants it whatever its state
  const choice = shownOf(search);
  return choice === "all" || filter.state !== undefined ? filter : { ...filter, closed: choice === "closed" };
}

export const shownOf = (search: URLSearchParams): Shown => shown.find((choice) => choice === search.get("show")) ?? "open";
