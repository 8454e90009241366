import { styled } from "@mui/material/styles";
import { useTranslation } from "react-i18next";
import type { SavedQuestion } from "../api/types";
import { Badge } from "../ui/Badge";
import { Fetched } from "../ui/Fetched";
import { Grow } from "../ui/Grow";
import { Line } from "../ui/Line";
import { Panel } from "../ui/Panel";
import { RowLink } from "../ui/RowLink";
import { useLanguage } from "../ui/useLanguage";
import { Words } from "../ui/Words";
import { AuditFrame } from "./AuditFrame";
import { useQuestions } from "./useAudit";

const Number = styled("span")(({ theme }) => ({
  ...theme.typography.code,
  flexShrink: 0,
  width: 28,
  color: theme.vars.palette.text.secondary,
}));

export function QuestionsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <AuditFrame title={t("audit.tab.questions")} lead={t("question.lead")}>
      <Fetched query={useQuestions()} rows={10}>
        {(questions) => (
          <Panel title={t("audit.tab.questions")} flush>
            {questions.map((question) => (
              <RowLink key={question.number} to={`/audit/questions/${question.number}`}>
                <Line firm gap="normal">
                  <Number>Q{question.number}</Number>
                  <Grow>
                    <Words>{question.words[language]}</Words>
                  </Grow>
                  <Coverage question={question} />
                </Line>
              </RowLink>
            ))}
          </Panel>
        )}
      </Fetched>
    </AuditFrame>
  );
}

/** How far today's events answer it. */
export function Coverage({ question }: { question: SavedQuestion }) {
  const { t } = useTranslation();
  const { answeredBy, missing, types } = question;
  if (missing.length > 0 && missing.length === types.length) return <Badge tone="high">{t("question.notYet")}</Badge>;
  if (missing.length > 0) return <Badge tone="normal">{t("question.partly")}</Badge>;
  if (answeredBy !== "events") return <Badge tone="good">{t(`question.by.${answeredBy}`)}</Badge>;
  return question.judged ? <Badge tone="good">{t("question.judged")}</Badge> : <Badge tone="low">{t("question.listed")}</Badge>;
}
