import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Conversation } from "../api/types";
import { useCurrentSession } from "../tenancy/currentSession";
import { may } from "../tenancy/rights";
import { useStaff } from "../tenancy/useAdministration";
import { Column } from "../ui/Column";
import { Problem } from "../ui/Problem";
import { useStanding } from "./useStanding";

const nobody = "nobody";

export function AssignDialog({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const { t } = useTranslation();
  const { staffId } = useCurrentSession();
  const staff = useStaff();
  const { assign } = useStanding(conversation.id);
  const [to, setTo] = useState(conversation.assignedTo?.id ?? staffId);
  const heading = useId();
  const able = (staff.data ?? []).filter((person) => person.isActive && may(person.roles, "takeOver"));
  return (
    <Dialog open onClose={onClose} aria-labelledby={heading} fullWidth maxWidth="xs">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          assign.mutate(to === nobody ? null : to, { onSuccess: onClose });
        }}
      >
        <DialogTitle id={heading}>{t("standing.assignTitle")}</DialogTitle>
        <DialogContent>
          <Column>
            <TextField
              select
              margin="dense"
              label={t("standing.assignedTo")}
              value={staff.data ? to : ""}
              onChange={(event) => setTo(event.target.value)}
            >
              <MenuItem value={nobody}>{t("standing.nobody")}</MenuItem>
              {able.map((person) => (
                <MenuItem key={person.id} value={person.id}>
                  {person.id === staffId ? t("standing.me", { name: person.name }) : person.name}
                </MenuItem>
              ))}
            </TextField>
            <Problem error={staff.error ?? assign.error} />
          </Column>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t("act.cancel")}</Button>
          <Button type="submit" variant="contained" loading={assign.isPending} disabled={staff.data === undefined}>
            {t("standing.assignConfirm")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
