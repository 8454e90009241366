import type { ScreenLanguage } from "../texts/i18n";
import { number } from "../ui/formats";

const steps: readonly [seconds: number, unit: Intl.NumberFormatOptions["unit"]][] = [
  [86_400, "day"],
  [3_600, "hour"],
  [60, "minute"],
  [1, "second"],
];

/** A span in its two largest units, such as `2 hours 5 minutes`. */
export function duration(seconds: number, language: ScreenLanguage): string {
  const parts: string[] = [];
  let rest = seconds;
  for (const [size, unit] of steps) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 && unit !== undefined) parts.push(number(count, language, { style: "unit", unit, unitDisplay: "long" }));
  }
  return parts.length === 0 ? number(0, language, { style: "unit", unit: "second", unitDisplay: "long" }) : parts.slice(0, 2).join(" ");
}
