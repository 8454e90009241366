import type { ToneName } from "../theme/palette";

export function toneOfInvoice(state: string): ToneName {
  if (state === "draft") return "accent";
  return state === "void" ? "low" : "good";
}
