const hour = 3_600_000;
const day = 24 * hour;
const from = 20;
const to = 7;

/**
 * When what leaves at a moment really leaves, because it is night at the client; undefined where it leaves at that moment. Who wrote in these quiet
 * hours, or in the hour before them, is awake; the hub asks the same once more before it sends.
 */
export function heldUntil(at: number, lastWrote: number | undefined, hoursAhead: number): number | undefined {
  const local = at + hoursAhead * hour;
  const midnight = local - (local % day);
  const time = local - midnight;
  if (time >= to * hour && time < from * hour) return undefined;
  const began = time >= from * hour ? midnight + from * hour : midnight - day + from * hour;
  if (lastWrote !== undefined && lastWrote + hoursAhead * hour >= began - hour) return undefined;
  return (time >= from * hour ? midnight + day : midnight) + to * hour - hoursAhead * hour;
}
