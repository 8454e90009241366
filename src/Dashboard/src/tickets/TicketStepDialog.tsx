import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import TextField from "@mui/material/TextField";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ticket, TicketNext } from "../api/types";
import { Column } from "../ui/Column";
import { Problem } from "../ui/Problem";
import { useLanguage } from "../ui/useLanguage";
import { Words } from "../ui/Words";
import { useTicketMoves } from "./useTickets";

interface Props {
  ticket: Ticket;
  step: TicketNext;
  onClose: () => void;
}

/** One step with its note and its reason. The client hears the published words, never these. */
export function TicketStepDialog({ ticket, step, onClose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { move, reopen } = useTicketMoves(ticket.ticket.id);
  const [note, setNote] = useState("");
  const [reason, setReason] = useState("");
  const heading = useId();
  const state = step.to.label[language];
  const title = step.reopens ? t("ticket.reopenTitle", { number: ticket.ticket.number }) : t("ticket.moveTitle", { state });
  const ready = (!step.needsNote || note.trim() !== "") && (!step.needsReason || reason.trim() !== "");
  const pending = move.isPending || reopen.isPending;

  function confirm() {
    if (!ready || pending) return;
    if (step.reopens) reopen.mutate(reason.trim(), { onSuccess: onClose });
    else
      move.mutate(
        {
          state: step.to.value,
          ...(note.trim() !== "" && { note: note.trim() }),
          ...(reason.trim() !== "" && { reason: reason.trim() }),
        },
        { onSuccess: onClose },
      );
  }

  return (
    <Dialog open onClose={onClose} aria-labelledby={heading} fullWidth maxWidth="xs">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        <DialogTitle id={heading}>{title}</DialogTitle>
        <DialogContent>
          <Column>
            <Words look="muted">{t(step.tellsClient ? "ticket.clientIsTold" : "ticket.clientIsNotTold")}</Words>
            {step.needsReason && (
              <TextField
                autoFocus
                multiline
                minRows={2}
                margin="dense"
                required
                label={t("field.reason")}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
                helperText={t("hint.reasonIsRecorded")}
              />
            )}
            {!step.reopens && (
              <TextField
                autoFocus={!step.needsReason}
                multiline
                minRows={2}
                margin="dense"
                required={step.needsNote}
                label={t(step.needsNote ? "ticket.note" : "ticket.noteOptional")}
                value={note}
                onChange={(event) => setNote(event.target.value)}
                helperText={t("ticket.noteHint")}
              />
            )}
            <Problem error={move.error ?? reopen.error} />
          </Column>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t("act.cancel")}</Button>
          <Button type="submit" variant="contained" disabled={!ready} loading={pending}>
            {step.reopens ? t("ticket.reopen") : state}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
