import { Facts } from "../ui/Facts";
import { leavesOf } from "./leavesOf";
import { useValueInWords } from "./useValueInWords";

/** An entity's state, line by line, under the same names as the differences that led to it. */
export function StateView({ state }: { state: unknown }) {
  const inWords = useValueInWords();
  return <Facts facts={leavesOf(state).map(([field, value]) => [field, inWords(value)] as const)} />;
}
