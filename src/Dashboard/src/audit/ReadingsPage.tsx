import { Eye } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { AuditFilter } from "../api/endpoints";
import type { AuditEvent, SavedQuestion } from "../api/types";
import { useActorName } from "../tenancy/useActorName";
import { Column } from "../ui/Column";
import { Empty } from "../ui/Empty";
import { Failed } from "../ui/Failed";
import { Fetched } from "../ui/Fetched";
import { Grow } from "../ui/Grow";
import { Line } from "../ui/Line";
import { Loading } from "../ui/Loading";
import { Panel } from "../ui/Panel";
import { Row } from "../ui/Row";
import { When } from "../ui/When";
import { Words } from "../ui/Words";
import Button from "@mui/material/Button";
import { AuditFrame } from "./AuditFrame";
import { EventDetail } from "./EventDetail";
import { More } from "../ui/More";
import { QuestionForm } from "./QuestionForm";
import { auditFilterOf } from "./auditFilter";
import { narrowingOf } from "./narrowing";
import { pseudonym } from "./pseudonym";
import { contentsInWords } from "./contentsInWords";
import { useAnswer, useQuestions } from "./useAudit";

/** The question that this page asks, in rows made for it. */
const whoRead = 7;

export function ReadingsPage() {
  const { t } = useTranslation();
  return (
    <AuditFrame title={t("audit.tab.readings")} lead={t("readings.lead")}>
      <Fetched query={useQuestions()}>
        {(questions) => {
          const question = questions.find(({ number }) => number === whoRead);
          return question && <Asked question={question} />;
        }}
      </Fetched>
    </AuditFrame>
  );
}

function Asked({ question }: { question: SavedQuestion }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const narrowing = useMemo(() => narrowingOf(question, auditFilterOf(search)), [question, search]);
  return (
    <>
      <Panel title={t("audit.filters")}>
        <QuestionForm key={search.toString()} question={question} narrowing={narrowing} />
      </Panel>
      <Readings narrowing={narrowing} />
    </>
  );
}

function Readings({ narrowing }: { narrowing: AuditFilter }) {
  const { t } = useTranslation();
  const actorName = useActorName();
  const [, setSearch] = useSearchParams();
  const query = useAnswer(whoRead, narrowing, true);
  const [opened, setOpened] = useState<AuditEvent>();
  if (query.isPending) return <Loading rows={6} />;
  if (query.isError && query.data === undefined) return <Failed error={query.error} retry={() => void query.refetch()} />;
  const events = query.data.pages.flatMap((page) => page.events.items);
  const readers = query.data.pages[0]?.judgement?.findings ?? [];
  if (events.length === 0) {
    return (
      <Panel title={t("readings.list")} flush>
        <Empty sign={Eye} title={t("readings.emptyTitle")} hint={t("readings.emptyHint")} />
      </Panel>
    );
  }
  return (
    <>
      <Panel title={t("readings.readers")} flush>
        {readers.map((reader) => (
          <Row key={reader.actor}>
            <Grow>
              <Line>
                <Words look="strong">{actorName(reader.actor ?? "")}</Words>
                <Words look="muted">{t("readings.times", { count: reader.count ?? 0 })}</Words>
                {reader.at && (
                  <Words look="small">
                    {t("readings.last")} <When at={reader.at} look="exact" />
                  </Words>
                )}
              </Line>
            </Grow>
            {narrowing.actor === undefined && (
              <Button size="small" variant="text" onClick={() => setSearch({ ...narrowing, actor: reader.actor ?? "" })}>
                {t("audit.byActor")}
              </Button>
            )}
          </Row>
        ))}
      </Panel>
      <Panel title={t("readings.list")} flush>
        {events.map((event) => (
          <Row key={event.sequence}>
            <Grow>
              <Column gap="none">
                <Line>
                  <Words look="strong">{actorName(event.actor)}</Words>
                  {event.subjectId && (
                    <Link to={`/audit/readings?subject=${event.subjectId}`}>
                      <Words>{pseudonym(event.subjectId)}</Words>
                    </Link>
                  )}
                  <Words>{contentsInWords(event, t)}</Words>
                </Line>
                <Words look="small">
                  <When at={event.occurredAt} look="exact" />
                  {event.reason ? ` · “${event.reason}”` : ""}
                </Words>
              </Column>
            </Grow>
            <Button size="small" variant="text" onClick={() => setOpened(event)} aria-label={`${t("act.open")} #${event.sequence}`}>
              #{event.sequence}
            </Button>
          </Row>
        ))}
        <More query={query} />
      </Panel>
      {opened && <EventDetail event={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}
