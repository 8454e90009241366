import type { ToneName } from "../theme/palette";

export function toneOfMatter(state: string): ToneName {
  if (state === "open" || state === "active") return "good";
  return state === "onHold" ? "high" : "low";
}
