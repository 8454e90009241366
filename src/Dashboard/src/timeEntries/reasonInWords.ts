import type { TFunction } from "i18next";

const componentLine = /^(reading|drafting|draft review|documents|media|calls): [\d.]+ minutes for (.+)$/;

/**
 * The estimate explains itself in fixed English phrases. Those that only repeat a component are left to its bar (undefined);
 * the others are said in the reader's language, and a phrase this version does not know is shown as it came.
 */
export function reasonInWords(reason: string, t: TFunction): string | undefined {
  if (componentLine.test(reason)) return undefined;
  const complexity = /^complexity: (\w+)$/.exec(reason)?.[1];
  if (complexity !== undefined) {
    return t("time.because.complexity", { complexity: t(`complexity.${complexity}` as "complexity.simple", { defaultValue: complexity }) });
  }
  const words = /^not billable: (\d+) words/.exec(reason)?.[1];
  if (words !== undefined) return t("time.because.notBillable", { words });
  const capped = /^capped at the observed ([\d.]+) minutes$/.exec(reason)?.[1];
  if (capped !== undefined) return t("time.because.capped", { minutes: capped });
  if (reason === "not billable by agreement") return t("time.because.byAgreement");
  if (reason === "below two minutes") return t("time.because.tooShort");
  return reason;
}
