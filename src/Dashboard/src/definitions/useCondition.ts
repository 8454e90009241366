import { useTranslation } from "react-i18next";
import type { DefinitionTree } from "../api/types";
import { useLanguage } from "../ui/useLanguage";

const comparison = /^(\w+) == (?:'([^']*)'|(true|false))$/;
const choice = /^(\w+) in \[([^\]]*)\]$/;

/**
 * A condition as who wrote the questions would say it: `darurat == 'ditahan'` is the option "Ada yang ditahan". Only comparisons with what was
 * answered have such words; any other condition stays as it is written.
 */
export function useCondition(tree: DefinitionTree): (when: string, at: string) => string {
  const { t } = useTranslation();
  const language = useLanguage();

  return (when, at) => {
    const compared = comparison.exec(when);
    const chosen = choice.exec(when);
    const asked = compared?.[1] ?? chosen?.[1];
    const question = tree.questions.find(({ id }) => id === asked);
    if (question === undefined) return when;
    const labels =
      compared?.[3] !== undefined
        ? [t(compared[3] === "true" ? "answer.yes" : "answer.no")]
        : (compared ? [compared[2]] : (chosen?.[2] ?? "").split(",").map((part) => part.trim().replace(/^'|'$/g, ""))).map(
            (value) => question.options.find((option) => option.value === value)?.label[language],
          );
    if (labels.length === 0 || labels.some((label) => label === undefined)) return when;
    return `${question.id === at ? "" : `${question.id}: `}${labels.join(", ")}`;
  };
}
