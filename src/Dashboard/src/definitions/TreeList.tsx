import ButtonBase from "@mui/material/ButtonBase";
import { styled } from "@mui/material/styles";
import { useTranslation } from "react-i18next";
import type { DefinitionTree, DefinitionUse } from "../api/types";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Line } from "../ui/Line";
import { useLanguage } from "../ui/useLanguage";
import { useFlagName } from "../ui/useFlagName";
import { Words } from "../ui/Words";
import { useCondition } from "./useCondition";

const List = styled("ol")(({ theme }) => ({
  listStyle: "none",
  margin: 0,
  padding: theme.spacing(0),
  "& > li": { borderBottom: `1px solid ${theme.vars.palette.hub.line}` },
  "& > li:last-child": { borderBottom: 0 },
  "& ul": {
    listStyle: "none",
    margin: theme.spacing(1, 0, 0),
    padding: theme.spacing(0, 0, 0, 3),
    borderLeft: `2px solid ${theme.vars.palette.hub.lineStrong}`,
  },
}));

const Question = styled(ButtonBase)(({ theme }) => ({
  display: "block",
  width: "100%",
  textAlign: "left",
  padding: theme.spacing(3, 4),
  "&[aria-pressed=true]": { backgroundColor: theme.vars.palette.action.selected },
}));

interface Props {
  tree: DefinitionTree;
  use: DefinitionUse | undefined;
  chosen: string | undefined;
  onChoose: (question: string) => void;
}

/** The same tree to read on a phone: question by question, and where each leads. */
export function TreeList({ tree, use, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const flagName = useFlagName();
  const inWords = useCondition(tree);
  return (
    <List aria-label={t("questionTree.map")}>
      {tree.questions.map((question) => (
        <li key={question.id}>
          <Question aria-pressed={question.id === chosen} onClick={() => onChoose(question.id)}>
            <Column gap="tight">
              <Line gap="tight">
                <Words look="strong">{question.id}</Words>
                <Badge tone="low">{t(`questionTree.type.${question.type}`)}</Badge>
                {tree.flags
                  .filter(({ reads }) => reads.includes(question.id))
                  .map(({ id, urgency }) => (
                    <Badge key={id} tone={urgency}>
                      {flagName(id)}
                    </Badge>
                  ))}
              </Line>
              <Words>{question.text[language]}</Words>
              <Leaving used={use && use.sessions > 0 ? use.questions.find((counted) => counted.question === question.id) : undefined} />
              <ul>
                {question.next.map((branch, index) => (
                  <li key={index}>
                    <Words look="small">
                      {branch.when ? `${inWords(branch.when, question.id)} → ` : "→ "}
                      {branch.kind === "end"
                        ? t("questionTree.end")
                        : branch.kind === "definition"
                          ? t("questionTree.goto", { key: branch.to ?? "" })
                          : branch.to}
                    </Words>
                  </li>
                ))}
              </ul>
            </Column>
          </Question>
        </li>
      ))}
    </List>
  );
}

function Leaving({ used }: { used: DefinitionUse["questions"][number] | undefined }) {
  const { t } = useTranslation();
  if (used === undefined || used.asked === 0) return null;
  return (
    <Words look="small">
      {t("questionTree.answeredOf", { answered: used.answered, asked: used.asked })}
      {used.left > 0 && ` · ${t("questionTree.leftHere", { count: used.left })}`}
    </Words>
  );
}
