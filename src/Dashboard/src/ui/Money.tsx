import { rupiah } from "./formats";
import { useLanguage } from "./useLanguage";

export function Money({ amount }: { amount: number }) {
  return <span>{rupiah(amount, useLanguage())}</span>;
}
