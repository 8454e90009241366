import { styled } from "@mui/material/styles";
import { SquarePen } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Answer, Intake } from "../api/types";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Empty } from "../ui/Empty";
import { Line } from "../ui/Line";
import { Panel } from "../ui/Panel";
import { useLanguage } from "../ui/useLanguage";
import { When } from "../ui/When";
import { Words } from "../ui/Words";
import { answerText } from "./answerText";
import { CorrectAnswer } from "./CorrectAnswer";

const Item = styled("li")(({ theme }) => ({
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr) max-content",
  alignItems: "baseline",
  gap: theme.spacing(1, 4),
  padding: theme.spacing(2.5, 4),
  borderBottom: `1px solid ${theme.vars.palette.hub.line}`,
  "&:last-child": { borderBottom: 0 },
  [theme.breakpoints.down("sm")]: { gridTemplateColumns: "minmax(0, 1fr)" },
}));

const List = styled("ul")({ listStyle: "none", margin: 0, padding: 0 });

/** Answers under the definition that asked for them, in the order they were given. */
export function Answers({ answers: all, intake }: { answers: readonly Answer[]; intake?: Intake }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (all.length === 0) {
    return (
      <Panel title={t("intake.answers")} flush>
        <Empty sign={SquarePen} title={t("intake.noAnswersTitle")} hint={t("intake.noAnswersHint")} />
      </Panel>
    );
  }
  const groups = new Map<string, Answer[]>();
  for (const answer of all) groups.set(answer.definitionKey, [...(groups.get(answer.definitionKey) ?? []), answer]);
  return (
    <Column gap="loose">
      {[...groups].map(([key, answers]) => (
        <Panel key={key} title={t(`definition.${key}` as "definition.triage", { defaultValue: key })} flush>
          <List>
            {answers.map((answer) => (
              <Item key={answer.questionId}>
                <Words look="muted">{answer.question[language]}</Words>
                <div>
                  <Words look="strong">
                    {answerText(answer, language, t)} {answer.data === "specific" && <Badge tone="low">{t("answer.specific")}</Badge>}
                  </Words>
                  {answer.byStaff && (
                    <Words look="small">
                      {t("answer.byStaff")}
                      {answer.correctedFrom && ` ${t("answer.before", { answer: answer.correctedFrom[language] })}`}
                    </Words>
                  )}
                </div>
                <Line>
                  <Words look="small">
                    <When at={answer.answeredAt} />
                  </Words>
                  {intake && <CorrectAnswer intake={intake} answer={answer} />}
                </Line>
              </Item>
            ))}
          </List>
        </Panel>
      ))}
    </Column>
  );
}
