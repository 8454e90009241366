import { rupiah } from "./formats";
import { useLanguage } from "./useLanguage";
import { Figure } from "./Figure";

export function Money({ amount }: { amount: number }) {
  return <Figure>{rupiah(amount, useLanguage())}</Figure>;
}
