import Link from "@mui/material/Link";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Fetched } from "../ui/Fetched";
import { Line } from "../ui/Line";
import { useLanguage } from "../ui/useLanguage";
import { Words } from "../ui/Words";
import { answerText } from "./answerText";
import { toneOfIntake } from "./intakeStates";
import { useIntake } from "./useIntakes";

const latest = 6;

/** The last answers of an intake, beside the conversation they come from. */
export function IntakeGlance({ id }: { id: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const query = useIntake(id);
  return (
    <Fetched query={query} rows={2}>
      {(intake) => (
        <Column gap="snug">
          <Line spread>
            <Words look="strong">{intake.definitionTitle[language]}</Words>
            <Badge tone={toneOfIntake[intake.state]}>{t(`intake.state.${intake.state}`)}</Badge>
          </Line>
          <Words look="small">{t("intake.progress", intake.progress)}</Words>
          {intake.answers.slice(-latest).map((answer) => (
            <Column key={`${answer.definitionKey}:${answer.questionId}`} gap="none">
              <Words look="small">{answer.question[language]}</Words>
              <Words>{answerText(answer, language, t)}</Words>
            </Column>
          ))}
          <Link component={RouterLink} to={`/intakes/${id}`} variant="body2">
            {t("intake.open")}
          </Link>
        </Column>
      )}
    </Fetched>
  );
}
