import type { AuditFilter } from "../api/endpoints";

export const auditFields = ["type", "stream", "actor", "subject", "from", "to"] as const;
export type AuditField = (typeof auditFields)[number];

/** The view is its address: a filter that one auditor made, another opens by the link. */
export function auditFilterOf(search: URLSearchParams): AuditFilter {
  const filter: AuditFilter = {};
  for (const field of auditFields) {
    const value = search.get(field)?.trim();
    if (value) filter[field] = value;
  }
  return filter;
}

/** What the server is asked: days of the filter are whole days, so the last one counts to its end. */
export function asQuery(filter: AuditFilter, offset = "+07:00"): AuditFilter {
  return {
    ...filter,
    ...(filter.from !== undefined && { from: wholeDay(filter.from, "00:00:00", offset) }),
    ...(filter.to !== undefined && { to: wholeDay(filter.to, "23:59:59.999", offset) }),
  };
}

export const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Whether the text is a moment or a day that a calendar has. */
export const isMoment = (text: string) => /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text));

function wholeDay(text: string, time: string, offset: string): string {
  const moment = isDay(text) ? new Date(`${text}T${time}${offset}`) : undefined;
  // What is no day of a calendar goes as it is: the server says what it cannot read.
  return moment === undefined || Number.isNaN(moment.getTime()) ? text : moment.toISOString();
}
