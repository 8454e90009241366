import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMatters } from "../matters/useMatters";
import { Column } from "../ui/Column";
import { DateField } from "../ui/DateField";
import { dayKey } from "../ui/formats";
import { Problem } from "../ui/Problem";
import { useRecordTime } from "./useTimeEntries";

export function RecordTimeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const matters = useMatters();
  const record = useRecordTime();
  const [matterId, setMatterId] = useState("");
  const [workDate, setWorkDate] = useState(() => dayKey(new Date()));
  const [minutes, setMinutes] = useState("6");
  const [narrative, setNarrative] = useState("");
  const valid = matterId !== "" && workDate !== "" && Number(minutes) >= 1 && narrative.trim() !== "";
  return (
    <Dialog open onClose={onClose} aria-labelledby="record-time">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (valid) record.mutate({ matterId, workDate, minutes: Number(minutes), narrative: narrative.trim() }, { onSuccess: onClose });
        }}
      >
        <DialogTitle id="record-time">{t("time.recordTitle")}</DialogTitle>
        <DialogContent>
          <Column gap="loose">
            <TextField
              select
              margin="dense"
              label={t("side.matter")}
              value={matterId}
              onChange={(event) => setMatterId(event.target.value)}
            >
              {(matters.data ?? []).map((matter) => (
                <MenuItem key={matter.id} value={matter.id}>
                  {matter.number} · {matter.title}
                </MenuItem>
              ))}
            </TextField>
            <DateField label={t("field.workDate")} value={workDate} onChange={setWorkDate} />
            <TextField
              label={t("field.minutes")}
              type="number"
              value={minutes}
              onChange={(event) => setMinutes(event.target.value)}
              slotProps={{ htmlInput: { min: 1, max: 1440 } }}
            />
            <TextField
              multiline
              minRows={2}
              label={t("field.narrative")}
              value={narrative}
              onChange={(event) => setNarrative(event.target.value)}
              helperText={t("time.narrativeHint")}
            />
            <Problem error={record.error} />
          </Column>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t("act.cancel")}</Button>
          <Button type="submit" variant="contained" disabled={!valid} loading={record.isPending}>
            {t("act.save")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
