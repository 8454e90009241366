const hour = 3_600_000;
const lastMinute = 60_000;

export interface ServiceWindow {
  state: "open" | "closing" | "closed";
  left: number;
}

/** WhatsApp's 24 hours: the hub refuses a send in the last minute, so the screen calls the window closed by then. */
export function serviceWindow(closesAt: string | null | undefined, now: number): ServiceWindow {
  if (closesAt === null || closesAt === undefined) return { state: "closed", left: 0 };
  const left = new Date(closesAt).getTime() - now;
  if (left < lastMinute) return { state: "closed", left: 0 };
  return { state: left <= 2 * hour ? "closing" : "open", left };
}
