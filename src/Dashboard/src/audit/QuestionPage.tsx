import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { SearchX } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "react-router";
import type { AuditFilter } from "../api/endpoints";
import type { AuditEvent, SavedQuestion } from "../api/types";
import { NotFoundPage } from "../shell/NotFoundPage";
import { Column } from "../ui/Column";
import { Empty } from "../ui/Empty";
import { Failed } from "../ui/Failed";
import { Fetched } from "../ui/Fetched";
import { Line } from "../ui/Line";
import { Loading } from "../ui/Loading";
import { Panel } from "../ui/Panel";
import { useLanguage } from "../ui/useLanguage";
import { Words } from "../ui/Words";
import { AuditFrame } from "./AuditFrame";
import { EventDetail } from "./EventDetail";
import { EventTable } from "./EventTable";
import { JudgementView } from "./JudgementView";
import { More } from "../ui/More";
import { QuestionForm } from "./QuestionForm";
import { auditFilterOf } from "./auditFilter";
import { isComplete, narrowingOf, parametersOf } from "./narrowing";
import { useAnswer, useQuestions } from "./useAudit";

export function QuestionPage() {
  const { number = "" } = useParams();
  return (
    <Fetched query={useQuestions()}>
      {(questions) => {
        const question = questions.find((one) => String(one.number) === number);
        return question === undefined ? <NotFoundPage /> : <Asked key={question.number} question={question} />;
      }}
    </Fetched>
  );
}

function Asked({ question }: { question: SavedQuestion }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [search] = useSearchParams();
  const narrowing = useMemo(() => narrowingOf(question, auditFilterOf(search)), [question, search]);
  const complete = isComplete(question, narrowing);
  return (
    <AuditFrame
      title={`Q${question.number}. ${question.words[language]}`}
      lead={question.remark?.[language]}
      actions={
        <Button component={Link} variant="text" to="/audit/questions">
          {t("question.all")}
        </Button>
      }
    >
      {question.missing.length > 0 && (
        <Alert severity="info">
          {question.missing.length === question.types.length && <strong>{t("question.noEvents")} </strong>}
          {t("question.missing", { types: question.missing.join(", ") })}
        </Alert>
      )}
      {parametersOf(question).length > 0 && (
        <Panel title={t("audit.filters")}>
          <Column>
            <QuestionForm key={search.toString()} question={question} narrowing={narrowing} />
            {!complete && (
              <Words look="muted">
                {t("question.needs", { parameters: question.needs.map((parameter) => t(`question.parameter.${parameter}`)).join(", ") })}
              </Words>
            )}
          </Column>
        </Panel>
      )}
      {question.answeredBy === "verification" ? (
        <Line>
          <Button component={Link} variant="contained" to="/audit/seal">
            {t("question.toVerification")}
          </Button>
        </Line>
      ) : (
        complete && <Answer question={question} narrowing={narrowing} />
      )}
    </AuditFrame>
  );
}

function Answer({ question, narrowing }: { question: SavedQuestion; narrowing: AuditFilter }) {
  const { t } = useTranslation();
  const query = useAnswer(question.number, narrowing, true);
  const [opened, setOpened] = useState<AuditEvent>();
  const events = query.data?.pages.flatMap((page) => page.events.items);
  const judgement = query.data?.pages[0]?.judgement;
  if (query.isPending) return <Loading rows={6} />;
  if (query.isError && events === undefined) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return (
    <>
      {judgement && <JudgementView judgement={judgement} />}
      {narrowing.stream !== undefined && (
        <Line>
          <Button component={Link} to={`/audit/streams/${narrowing.stream}${narrowing.to === undefined ? "" : `?asOf=${narrowing.to}`}`}>
            {t("question.toEntity")}
          </Button>
          {question.answeredBy === "proof" && <Words look="muted">{t("question.toProof")}</Words>}
        </Line>
      )}
      <Panel title={t("question.events")} flush>
        {events?.length === 0 ? (
          <Empty
            sign={SearchX}
            title={
              question.missing.length > 0 && question.missing.length === question.types.length
                ? t("question.noEvents")
                : t("question.noRows")
            }
            hint={t("question.noRowsHint")}
          />
        ) : (
          <EventTable events={events ?? []} onOpen={setOpened} />
        )}
        <More query={query} />
      </Panel>
      {opened && <EventDetail event={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}
