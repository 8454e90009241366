import { useTranslation } from "react-i18next";
import { Facts } from "../ui/Facts";
import { fieldName } from "./fieldName";
import { leavesOf } from "./leavesOf";
import { useValueInWords } from "./useValueInWords";

/** An entity's state, line by line, under the same names as the differences that led to it. */
export function StateView({ state }: { state: unknown }) {
  const { t } = useTranslation();
  const inWords = useValueInWords();
  return <Facts facts={leavesOf(state).map(([field, value]) => [fieldName(field, t), inWords(value, field)] as const)} />;
}
