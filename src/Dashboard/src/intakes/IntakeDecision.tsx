import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import { Check, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link as RouterLink, useNavigate } from "react-router";
import type { Intake } from "../api/types";
import { ConflictHits } from "../matters/ConflictHits";
import { useMay } from "../tenancy/currentSession";
import { useActorName } from "../tenancy/useActorName";
import { Column } from "../ui/Column";
import { Line } from "../ui/Line";
import { Panel } from "../ui/Panel";
import { Problem } from "../ui/Problem";
import { ReasonDialog } from "../ui/ReasonDialog";
import { When } from "../ui/When";
import { Words } from "../ui/Words";
import { conflictHits } from "./conflictHits";
import { awaitsDecision } from "./intakeStates";
import { useIntakeDecision } from "./useIntakes";

/** A lawyer accepts or declines; accepting runs the conflict check first, and its hits must be waived with a reason. */
export function IntakeDecision({ intake }: { intake: Intake }) {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const { accept, decline } = useIntakeDecision(intake.id);
  const [declining, setDeclining] = useState(false);
  const hits = conflictHits(accept.error);

  if (intake.decision) return <Decided decision={intake.decision} />;
  if (intake.ticketId) {
    return (
      <Panel title={t("intake.decision")}>
        <Column gap="snug">
          <Words look="muted">{t("intake.isTicket")}</Words>
          <Link component={RouterLink} to={`/tickets/${intake.ticketId}`} variant="body2">
            {t("intake.openTicket")}
          </Link>
        </Column>
      </Panel>
    );
  }
  if (!may("decideIntake") || !awaitsDecision(intake)) {
    return (
      <Panel title={t("intake.decision")}>
        <Words look="muted">{awaitsDecision(intake) ? t("intake.lawyerDecides") : t("intake.notYet")}</Words>
      </Panel>
    );
  }
  const acceptNow = (waiver?: string) => accept.mutate(waiver, { onSuccess: ({ matterId }) => void navigate(`/matters/${matterId}`) });
  return (
    <Panel title={t("intake.decision")}>
      <Column>
        <Words look="muted">{t("intake.checkFirst")}</Words>
        {hits === undefined && <Problem error={accept.error} />}
        <Line>
          <Button variant="contained" startIcon={<Check size={15} aria-hidden />} loading={accept.isPending} onClick={() => acceptNow()}>
            {t("act.accept")}
          </Button>
          <Button color="error" startIcon={<X size={15} aria-hidden />} onClick={() => setDeclining(true)}>
            {t("act.reject")}
          </Button>
        </Line>
      </Column>
      {hits !== undefined && (
        <ReasonDialog
          title={t("conflict.title")}
          explanation={
            <>
              {t("conflict.explanation")}
              <ConflictHits hits={hits} />
            </>
          }
          label={t("conflict.waiverReason")}
          confirm={t("conflict.waive")}
          grave
          pending={accept.isPending}
          error={undefined}
          onClose={() => accept.reset()}
          onConfirm={acceptNow}
        />
      )}
      {declining && (
        <ReasonDialog
          title={t("intake.declineTitle")}
          explanation={t("intake.declineHint")}
          confirm={t("intake.declineConfirm")}
          grave
          pending={decline.isPending}
          error={decline.error}
          onClose={() => setDeclining(false)}
          onConfirm={(reason) => decline.mutate(reason, { onSuccess: () => setDeclining(false) })}
        />
      )}
    </Panel>
  );
}

function Decided({ decision: { by, reason, at, matterId, kind } }: { decision: NonNullable<Intake["decision"]> }) {
  const { t } = useTranslation();
  const nameOf = useActorName();
  return (
    <Panel title={t("intake.decision")}>
      <Column gap="snug">
        <Words look="strong">{t(`intake.state.${kind}`)}</Words>
        <Words look="muted">
          {nameOf(by)} · <When at={at} look="full" />
        </Words>
        {reason && <Words>{reason}</Words>}
        {matterId && (
          <Link component={RouterLink} to={`/matters/${matterId}`} variant="body2">
            {t("intake.openMatter")}
          </Link>
        )}
      </Column>
    </Panel>
  );
}
