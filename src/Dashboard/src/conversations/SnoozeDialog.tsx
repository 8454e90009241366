import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Conversation } from "../api/types";
import { Column } from "../ui/Column";
import { hoursAhead, moment } from "../ui/formats";
import { Problem } from "../ui/Problem";
import { useLanguage } from "../ui/useLanguage";
import { Words } from "../ui/Words";
import { momentOf, snoozeChoices } from "./snoozeChoices";
import { useStanding } from "./useStanding";

export function SnoozeDialog({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { snooze } = useStanding(conversation.id);
  const [opened] = useState(() => Date.now());
  const heading = useId();
  // On a Sunday the next morning is Monday's.
  const moments = snoozeChoices.map((choice) => momentOf(choice, opened, hoursAhead));
  const choices = snoozeChoices.filter((_, index) => moments.indexOf(moments[index] ?? 0) === index);
  return (
    <Dialog open onClose={onClose} aria-labelledby={heading} fullWidth maxWidth="xs">
      <DialogTitle id={heading}>{t("standing.snoozeTitle")}</DialogTitle>
      <DialogContent>
        <Column gap="snug">
          <Words look="muted">{t("standing.snoozeHint")}</Words>
          {choices.map((choice) => {
            const until = new Date(momentOf(choice, opened, hoursAhead)).toISOString();
            return (
              <Button
                key={choice}
                variant="outlined"
                disabled={snooze.isPending}
                onClick={() => snooze.mutate(until, { onSuccess: onClose })}
              >
                {t(`standing.until.${choice}`, { at: moment(until, language) })}
              </Button>
            );
          })}
          <Problem error={snooze.error} />
        </Column>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t("act.cancel")}</Button>
      </DialogActions>
    </Dialog>
  );
}
