import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import type { DefinitionTree } from "../api/types";
import { Column } from "../ui/Column";
import { Facts } from "../ui/Facts";
import { Panel } from "../ui/Panel";
import { useFlagName } from "../ui/useFlagName";
import { Words } from "../ui/Words";

interface Props {
  tree: DefinitionTree;
  question: DefinitionTree["questions"][number];
  onEdit?: () => void;
}

/** What one question of the map says, in both languages. */
export function QuestionPanel({ tree, question, onEdit }: Props) {
  const { t } = useTranslation();
  const flagName = useFlagName();
  const flags = tree.flags.filter(({ reads }) => reads.includes(question.id));
  return (
    <Panel
      title={question.id}
      action={
        onEdit && (
          <Button variant="text" onClick={onEdit}>
            {t("questionTree.editHere")}
          </Button>
        )
      }
    >
      <Column>
        <Words>{question.text.id}</Words>
        <Words look="muted">{question.text.en}</Words>
        <Facts
          facts={[
            [
              t("questionTree.questionType"),
              `${t(`questionTree.type.${question.type}`)}${question.required ? "" : ` · ${t("questionTree.optional")}`}`,
            ],
            [t("questionTree.stored"), question.type !== "info" && t(`questionTree.data.${question.data}`)],
            [
              t("questionTree.options"),
              question.options.length > 0 && (
                <Lines key="options" lines={question.options.map(({ value, label }) => `${label.id} / ${label.en} (${value})`)} />
              ),
            ],
            [
              t("questionTree.next"),
              <Lines
                key="next"
                lines={question.next.map(
                  ({ when, kind, to }) =>
                    `${when ? `${when} ` : ""}→ ${kind === "end" ? t("questionTree.end") : kind === "definition" ? t("questionTree.goto", { key: to ?? "" }) : (to ?? "")}`,
                )}
              />,
            ],
            [
              t("questionTree.flags"),
              flags.length > 0 && (
                <Lines key="flags" lines={flags.map(({ id, when, urgency }) => `${flagName(id)} (${t(`urgency.${urgency}`)}): ${when}`)} />
              ),
            ],
          ]}
        />
      </Column>
    </Panel>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <Column gap="tight">
      {lines.map((line) => (
        <Words key={line}>{line}</Words>
      ))}
    </Column>
  );
}
