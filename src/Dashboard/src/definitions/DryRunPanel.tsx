import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DryRunInput, Language } from "../api/types";
import { Badge } from "../ui/Badge";
import { Chips } from "../ui/Chips";
import { Column } from "../ui/Column";
import { Facts } from "../ui/Facts";
import { Fetched } from "../ui/Fetched";
import { FlagBadge } from "../ui/FlagBadge";
import { Line } from "../ui/Line";
import { Panel } from "../ui/Panel";
import { Problem } from "../ui/Problem";
import { Split } from "../ui/Split";
import { useLanguage } from "../ui/useLanguage";
import { Words } from "../ui/Words";
import { DryRunPhone } from "./DryRunPhone";
import { FaultList } from "./FaultList";
import { useDryRun } from "./useDefinitions";

interface Props {
  definitionKey: string;
  source: string;
  isUnsaved: boolean;
}

/** What a client would meet, played by the real engine; nothing of it is kept. */
export function DryRunPanel({ definitionKey, source, isUnsaved }: Props) {
  const { t } = useTranslation();
  const screen = useLanguage();
  const [language, setLanguage] = useState<Language>("id");
  const [inputs, setInputs] = useState<readonly DryRunInput[]>([]);
  const query = useDryRun(definitionKey, source, language, inputs);
  return (
    <Fetched query={query}>
      {(run) =>
        run.state === "faulty" ? (
          <Panel title={t("questionTree.faults", { count: run.faults.length })} flush>
            <FaultList faults={run.faults} onGo={() => undefined} />
          </Panel>
        ) : (
          <Split>
            <Panel
              title={isUnsaved ? t("questionTree.tryUnsaved") : t("questionTree.try")}
              action={
                <Line>
                  <Chips
                    label={t("questionTree.language")}
                    value={language}
                    onChange={setLanguage}
                    options={[
                      { value: "id", label: "ID" },
                      { value: "en", label: "EN" },
                    ]}
                  />
                  <Button variant="text" disabled={inputs.length === 0} onClick={() => setInputs(inputs.slice(0, -1))}>
                    {t("questionTree.undo")}
                  </Button>
                  <Button variant="text" disabled={inputs.length === 0} onClick={() => setInputs([])}>
                    {t("questionTree.restart")}
                  </Button>
                </Line>
              }
              flush
            >
              <DryRunPhone run={run} pending={query.isFetching} onSay={(input) => setInputs([...inputs, input])} />
              <Problem error={query.error} />
            </Panel>
            <Column gap="loose">
              <Panel title={t("questionTree.standing")}>
                <Column>
                  <Facts
                    facts={[
                      [t("questionTree.tryState"), t(`questionTree.run.${run.state}`)],
                      [t("intake.answered"), t("intake.progress", run.progress)],
                      [t("questionTree.at"), run.at && `${run.at.definition} / ${run.at.question}`],
                      [t("questionTree.result"), run.result && `${run.result} → ${run.route ?? ""}`],
                      ...run.derived.map(({ id, value }) => [id, value ?? "–"] as const),
                    ]}
                  />
                  {run.flags.length > 0 && (
                    <Line gap="tight">
                      {run.flags.map((flag) => (
                        <FlagBadge key={flag.id} flag={flag} />
                      ))}
                    </Line>
                  )}
                </Column>
              </Panel>
              <Panel title={t("questionTree.answers")}>
                {run.answers.length === 0 ? (
                  <Words look="muted">{t("questionTree.noAnswers")}</Words>
                ) : (
                  <Column>
                    {run.answers.map((answer) => (
                      <Column key={answer.question} gap="none">
                        <Words look="small">{answer.text[screen]}</Words>
                        <Line gap="tight">
                          <Words look="strong">{answer.display[screen]}</Words>
                          {answer.data !== "plain" && <Badge tone="low">{t(`questionTree.data.${answer.data}`)}</Badge>}
                        </Line>
                      </Column>
                    ))}
                  </Column>
                )}
              </Panel>
            </Column>
          </Split>
        )
      }
    </Fetched>
  );
}
