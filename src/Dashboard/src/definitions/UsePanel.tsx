import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Definition, DefinitionUse } from "../api/types";
import { Bar } from "../ui/Bar";
import { Column } from "../ui/Column";
import { Empty } from "../ui/Empty";
import { Fetched } from "../ui/Fetched";
import { number } from "../ui/formats";
import { HeadField } from "../ui/HeadField";
import { Panel } from "../ui/Panel";
import { Row } from "../ui/Row";
import { Grow } from "../ui/Grow";
import { useLanguage } from "../ui/useLanguage";
import { Words } from "../ui/Words";
import { VersionChoice } from "./VersionChoice";
import { useDefinitionUse } from "./useDefinitions";

/** How many clients come to each question, and where they leave. */
export function UsePanel({ definition }: { definition: Definition }) {
  const { t } = useTranslation();
  const [version, setVersion] = useState(definition.version ?? undefined);
  if (version === undefined) return <Empty title={t("questionTree.notUsed")} hint={t("questionTree.neverPublished")} />;
  return (
    <Panel
      title={t("questionTree.view.use")}
      action={
        <HeadField>
          <VersionChoice definition={definition} label={t("questionTree.version")} value={version} onChange={setVersion} />
        </HeadField>
      }
      flush
    >
      <Questions definitionKey={definition.key} version={version} />
    </Panel>
  );
}

function Questions({ definitionKey, version }: { definitionKey: string; version: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Fetched query={useDefinitionUse(definitionKey, version)}>
      {(use) =>
        use.sessions === 0 ? (
          <Empty title={t("questionTree.notUsed")} hint={t("questionTree.notUsedHint")} />
        ) : (
          <>
            <Row>
              <Words look="muted">
                {t(use.sessions < use.most ? "questionTree.usedBy" : "questionTree.usedByMost", {
                  sessions: number(use.sessions, language),
                  running: number(use.running, language),
                })}
              </Words>
            </Row>
            {use.questions.map((question) => (
              <Question key={question.question} question={question} sessions={use.sessions} />
            ))}
          </>
        )
      }
    </Fetched>
  );
}

function Question({ question, sessions }: { question: DefinitionUse["questions"][number]; sessions: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { medianSeconds } = question;
  const said = [
    t("questionTree.leftHere", { count: question.left }),
    question.waiting > 0 && t("questionTree.waitingHere", { count: question.waiting }),
    question.rejected > 0 && t("questionTree.rejectedHere", { count: question.rejected }),
    medianSeconds !== null &&
      medianSeconds !== undefined &&
      (medianSeconds < 90
        ? t("questionTree.medianSeconds", { seconds: number(Math.round(medianSeconds), language) })
        : t("questionTree.medianMinutes", { minutes: number(Math.round(medianSeconds / 60), language) })),
  ].filter(Boolean);
  return (
    <Row>
      <Grow>
        <Column gap="tight">
          <Bar
            label={`${question.question} · ${question.text[language]}`}
            share={question.asked / sessions}
            says={t("questionTree.answeredOf", { answered: question.answered, asked: question.asked })}
          />
          <Words look="small">{said.join(" · ")}</Words>
        </Column>
      </Grow>
    </Row>
  );
}
