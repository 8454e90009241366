import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useTimeEntries } from "../timeEntries/useTimeEntries";
import { useMatters } from "../matters/useMatters";
import { Column } from "../ui/Column";
import { Problem } from "../ui/Problem";
import { Words } from "../ui/Words";
import { useInvoiceDraft } from "./useInvoices";

export function DraftInvoiceDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const matters = useMatters();
  const draft = useInvoiceDraft();
  const time = useTimeEntries({ state: "approved" });
  const billable = new Set(time.data?.map((entry) => entry.matterId));
  const [chosen, setMatterId] = useState<string>();
  const matterId = chosen ?? (billable.size === 1 ? [...billable][0] : undefined) ?? "";
  return (
    <Dialog open onClose={onClose} aria-labelledby="draft-invoice">
      <DialogTitle id="draft-invoice">{t("act.draftInvoice")}</DialogTitle>
      <DialogContent>
        <Column>
          <Words look="muted">{t("invoice.approvedOnly")}</Words>
          <TextField select margin="dense" label={t("side.matter")} value={matterId} onChange={(event) => setMatterId(event.target.value)}>
            {(matters.data ?? [])
              .filter(({ id }) => time.data === undefined || billable.has(id))
              .map((matter) => (
                <MenuItem key={matter.id} value={matter.id}>
                  {matter.number} · {matter.title}
                </MenuItem>
              ))}
          </TextField>
          <Problem error={matters.error ?? time.error ?? draft.error} />
        </Column>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t("act.cancel")}</Button>
        <Button
          variant="contained"
          disabled={matterId === ""}
          loading={draft.isPending}
          onClick={() => draft.mutate(matterId, { onSuccess: (invoice) => void navigate(`/invoices/${invoice.id}`) })}
        >
          {t("invoice.create")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
