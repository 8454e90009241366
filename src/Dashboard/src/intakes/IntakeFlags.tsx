import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Intake } from "../api/types";
import { useCurrentSession } from "../tenancy/currentSession";
import { mayClearFlag } from "../tenancy/rights";
import { Column } from "../ui/Column";
import { FlagBadge } from "../ui/FlagBadge";
import { Line } from "../ui/Line";
import { Panel } from "../ui/Panel";
import { ReasonDialog } from "../ui/ReasonDialog";
import { When } from "../ui/When";
import { Words } from "../ui/Words";
import { useIntakeDecision } from "./useIntakes";

/** A rule raises a flag, a person clears it and says why. */
export function IntakeFlags({ intake }: { intake: Intake }) {
  const { t } = useTranslation();
  const { roles } = useCurrentSession();
  const { clearFlag } = useIntakeDecision(intake.id);
  const [clearing, setClearing] = useState<string>();
  if (intake.flags.length === 0) return null;
  return (
    <Panel title={t("side.flags")}>
      <Column gap="normal">
        {intake.flags.map((flag) => (
          <Line key={flag.id} spread firm>
            <Column gap="none">
              <div>
                <FlagBadge flag={flag} />
              </div>
              <Words look="small">
                <When at={flag.raisedAt} look="full" />
              </Words>
            </Column>
            {!flag.clearedAt && mayClearFlag(roles, flag.urgency) && (
              <Button variant="text" onClick={() => setClearing(flag.id)}>
                {t("act.clearFlag")}
              </Button>
            )}
          </Line>
        ))}
      </Column>
      {clearing !== undefined && (
        <ReasonDialog
          title={t("flags.clearTitle")}
          confirm={t("flags.clearConfirm")}
          pending={clearFlag.isPending}
          error={clearFlag.error}
          onClose={() => setClearing(undefined)}
          onConfirm={(reason) => clearFlag.mutate({ flag: clearing, reason }, { onSuccess: () => setClearing(undefined) })}
        />
      )}
    </Panel>
  );
}
