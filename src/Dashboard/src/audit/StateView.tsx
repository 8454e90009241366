import { useTranslation } from "react-i18next";
import { Column } from "../ui/Column";
import { Facts } from "../ui/Facts";
import { fieldName } from "./fieldName";
import { Folded } from "./Folded";
import { isTechnical } from "./isTechnical";
import { leavesOf } from "./leavesOf";
import { useValueInWords } from "./useValueInWords";

/** An entity's state, line by line, under the same names as the differences that led to it; what is technical lies folded below. */
export function StateView({ state }: { state: unknown }) {
  const { t } = useTranslation();
  const inWords = useValueInWords();
  const leaves = leavesOf(state);
  const technical = leaves.filter(([field, value]) => isTechnical(field, value));
  const facts = (shown: typeof leaves) => shown.map(([field, value]) => [fieldName(field, t), inWords(value, field)] as const);
  return (
    <Column gap="snug">
      <Facts facts={facts(leaves.filter((leaf) => !technical.includes(leaf)))} />
      {technical.length > 0 && (
        <Folded>
          <summary>{t("entity.technical", { count: technical.length })}</summary>
          <Facts facts={facts(technical)} />
        </Folded>
      )}
    </Column>
  );
}
