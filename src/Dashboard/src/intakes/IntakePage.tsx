import Alert from "@mui/material/Alert";
import Link from "@mui/material/Link";
import { useTranslation } from "react-i18next";
import { Link as RouterLink, useParams } from "react-router";
import type { Intake } from "../api/types";
import { NotFoundPage } from "../shell/NotFoundPage";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Facts } from "../ui/Facts";
import { FetchedPage } from "../ui/FetchedPage";
import { moment } from "../ui/formats";
import { Line } from "../ui/Line";
import { Page } from "../ui/Page";
import { Panel } from "../ui/Panel";
import { Split } from "../ui/Split";
import { UrgencyBadge } from "../ui/UrgencyBadge";
import { useLanguage } from "../ui/useLanguage";
import { When } from "../ui/When";
import { Words } from "../ui/Words";
import { Answers } from "./Answers";
import { IntakeDecision } from "./IntakeDecision";
import { IntakeFlags } from "./IntakeFlags";
import { toneOfIntake } from "./intakeStates";
import { useIntake } from "./useIntakes";

export function IntakePage() {
  const { id = "" } = useParams();
  const { t } = useTranslation();
  return (
    <FetchedPage query={useIntake(id)} title={t("nav.intakes")} gone={<NotFoundPage />}>
      {(intake) => <Opened intake={intake} />}
    </FetchedPage>
  );
}

function Opened({ intake }: { intake: Intake }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = intake.clientName ?? intake.clientLabel;
  return (
    <Page
      title={name}
      above={
        <Link component={RouterLink} to="/intakes" variant="body2">
          {t("nav.intakes")}
        </Link>
      }
      lead={`${intake.definitionTitle[language]}${intake.number ? ` · ${intake.number}` : ""}`}
      actions={
        <Line>
          <UrgencyBadge urgency={intake.urgency} />
          <Badge tone={toneOfIntake[intake.state]}>{t(`intake.state.${intake.state}`)}</Badge>
        </Line>
      }
    >
      {intake.personRequested && (
        <Alert severity={intake.concern === "help" ? "info" : "warning"}>{t(`intake.concern.${intake.concern ?? "help"}`)}</Alert>
      )}
      {intake.purgedAt && <Alert severity="info">{t("intake.purged", { when: moment(intake.purgedAt, language) })}</Alert>}
      <Split sideFirst>
        <Answers answers={intake.answers} intake={intake} />
        <Column gap="loose">
          <IntakeDecision intake={intake} />
          <IntakeFlags intake={intake} />
          <Panel title={t("intake.facts")}>
            <Column>
              <Facts
                facts={[
                  [t("intake.definition"), `${intake.definitionTitle[language]} · v${intake.version}`],
                  [t("intake.answered"), t("intake.progress", intake.progress)],
                  [t("intake.startedAt"), <When key="started" at={intake.startedAt} look="full" />],
                  [t("intake.submittedAt"), intake.submittedAt && <When key="submitted" at={intake.submittedAt} look="full" />],
                ]}
              />
              {intake.pendingQuestion && (
                <Words look="muted">
                  {t("intake.pending")}: “{intake.pendingQuestion.question[language]}”
                </Words>
              )}
              <Link component={RouterLink} to={`/inbox/${intake.conversationId}`} variant="body2">
                {t("reply.openConversation")}
              </Link>
            </Column>
          </Panel>
        </Column>
      </Split>
    </Page>
  );
}
