import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import TextField from "@mui/material/TextField";
import { useId, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Column } from "./Column";
import { Problem } from "./Problem";
import { Words } from "./Words";

interface Props {
  title: string;
  explanation?: ReactNode;
  label?: string;
  confirm: string;
  grave?: boolean;
  pending: boolean;
  error: unknown;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

/** Acts that the log must explain ask for their reason here; without one they cannot be confirmed. */
export function ReasonDialog({ title, explanation, label, confirm, grave = false, pending, error, onConfirm, onClose }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const heading = useId();
  const given = reason.trim();
  return (
    <Dialog open onClose={onClose} aria-labelledby={heading}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (given !== "" && !pending) onConfirm(given);
        }}
      >
        <DialogTitle id={heading}>{title}</DialogTitle>
        <DialogContent>
          <Column>
            {explanation !== undefined && (
              <Words look="muted" as="div">
                {explanation}
              </Words>
            )}
            <TextField
              autoFocus
              multiline
              minRows={3}
              margin="dense"
              label={label ?? t("field.reason")}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && given !== "" && !pending) onConfirm(given);
              }}
              helperText={t("hint.reasonIsRecorded")}
            />
            <Problem error={error} />
          </Column>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t("act.cancel")}</Button>
          <Button type="submit" variant="contained" color={grave ? "error" : "primary"} disabled={given === ""} loading={pending}>
            {confirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
