import Alert from "@mui/material/Alert";
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
import { useMatters } from "../matters/useMatters";
import { useTimeEntries } from "../timeEntries/useTimeEntries";
import { Column } from "../ui/Column";
import { Loading } from "../ui/Loading";
import { Minutes } from "../ui/Minutes";
import { Money } from "../ui/Money";
import { Problem } from "../ui/Problem";
import { Words } from "../ui/Words";
import { billable } from "./billable";
import { useInvoiceDraft } from "./useInvoices";

/** Offers the matters that have approved time and says how much; a single one is chosen already. */
export function DraftInvoiceDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const matters = useMatters();
  const draft = useInvoiceDraft();
  const time = useTimeEntries({ state: "approved" });
  const [chosen, setMatterId] = useState<string>();
  const offers = matters.data && time.data && billable(matters.data, time.data);
  const offer = offers?.find(({ matter }) => matter.id === chosen) ?? (offers?.length === 1 ? offers[0] : undefined);
  return (
    <Dialog open onClose={onClose} aria-labelledby="draft-invoice">
      <DialogTitle id="draft-invoice">{t("act.draftInvoice")}</DialogTitle>
      <DialogContent>
        <Column>
          <Words look="muted">{t("invoice.approvedOnly")}</Words>
          {offers === undefined && !matters.isError && !time.isError && <Loading rows={1} />}
          {offers?.length === 0 && <Alert severity="info">{t("invoice.nothingToBill")}</Alert>}
          {offers !== undefined && offers.length > 0 && (
            <TextField
              select
              margin="dense"
              label={t("side.matter")}
              value={offer?.matter.id ?? ""}
              onChange={(event) => setMatterId(event.target.value)}
              slotProps={{
                select: { renderValue: () => offer && `${offer.matter.number} · ${offer.matter.title ?? t("matter.unnamed")}` },
              }}
              helperText={
                offer && (
                  <>
                    {t("invoice.entries", { count: offer.entries })} · <Minutes minutes={offer.minutes} /> · <Money amount={offer.amount} />
                  </>
                )
              }
            >
              {offers.map(({ matter, minutes, amount }) => (
                <MenuItem key={matter.id} value={matter.id}>
                  <Column gap="none">
                    <Words cut>
                      {matter.number} · {matter.title ?? t("matter.unnamed")}
                    </Words>
                    <Words look="small">
                      <Minutes minutes={minutes} /> · <Money amount={amount} />
                    </Words>
                  </Column>
                </MenuItem>
              ))}
            </TextField>
          )}
          <Problem error={matters.error ?? time.error ?? draft.error} />
        </Column>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t("act.cancel")}</Button>
        <Button
          variant="contained"
          disabled={offer === undefined}
          loading={draft.isPending}
          onClick={() => offer && draft.mutate(offer.matter.id, { onSuccess: (invoice) => void navigate(`/invoices/${invoice.id}`) })}
        >
          {t("invoice.create")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
