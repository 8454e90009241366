import { useTranslation } from "react-i18next";
import type { IntakeSummary } from "../api/types";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { FlagBadge } from "../ui/FlagBadge";
import { Grow } from "../ui/Grow";
import { Line } from "../ui/Line";
import { RowLink } from "../ui/RowLink";
import { UrgencyBadge } from "../ui/UrgencyBadge";
import { useLanguage } from "../ui/useLanguage";
import { When } from "../ui/When";
import { Words } from "../ui/Words";
import { toneOfIntake } from "./intakeStates";

export function IntakeRow({ intake }: { intake: IntakeSummary }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <RowLink to={`/intakes/${intake.id}`}>
      <Column gap="tight">
        <Line firm>
          <Grow>
            <Words look="strong" cut>
              {intake.clientName ?? intake.clientLabel}
            </Words>
          </Grow>
          <Words look="small">
            <When at={intake.submittedAt ?? intake.updatedAt} />
          </Words>
        </Line>
        <Words look="muted" cut>
          {intake.definitionTitle[language]}
          {intake.number && ` · ${intake.number}`}
          {` · ${t("intake.progress", intake.progress)}`}
        </Words>
        <Line gap="tight">
          <Badge tone={toneOfIntake[intake.state]}>{t(`intake.state.${intake.state}`)}</Badge>
          {intake.urgency !== "normal" && <UrgencyBadge urgency={intake.urgency} />}
          {intake.flags.slice(0, 3).map((flag) => (
            <FlagBadge key={flag.id} flag={flag} />
          ))}
        </Line>
      </Column>
    </RowLink>
  );
}
