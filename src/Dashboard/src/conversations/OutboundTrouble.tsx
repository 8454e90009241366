import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { styled } from "@mui/material/styles";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MessageStatus, Outbound } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { Column } from "../ui/Column";
import { Line } from "../ui/Line";
import { Problem } from "../ui/Problem";
import { Words } from "../ui/Words";
import { moment } from "../ui/formats";
import { useLanguage } from "../ui/useLanguage";
import { useOutbound } from "./useOutbound";

// The words of the buttons begin where the words of the message do.
const Acts = styled(Line)(({ theme }) => ({ marginLeft: theme.spacing(-2) }));

/** Why a message of ours has not arrived, in words, and what a person can do: nothing at all where it is simply on its way. */
export function OutboundTrouble({ status, outbound }: { status: MessageStatus; outbound: Outbound }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay();
  const { cancel, retry } = useOutbound(outbound.message);
  const [asking, setAsking] = useState(false);
  const heading = useId();
  const waits = outbound.mayCancel && status !== "pending";
  if (!waits && !outbound.mayRetry) return null;
  const again = () => (status === "unknown" ? setAsking(true) : retry.mutate(false));
  return (
    <Column gap="tight">
      {outbound.error && (
        <Words look="small">
          {t(`outbound.error.${outbound.error.meaning}`)} ({t("outbound.code", { code: outbound.error.code })}).{" "}
          {t(`outbound.remedy.${outbound.error.remedy}`)}
        </Words>
      )}
      {outbound.gate && <Words look="small">{t(`outbound.gate.${outbound.gate}`)}</Words>}
      {status === "unknown" && <Words look="small">{t("outbound.unanswered")}</Words>}
      {outbound.due && <Words look="small">{t("outbound.due", { when: moment(outbound.due, language) })}</Words>}
      {may("proposeReply") && (
        <Acts gap="tight">
          {waits && (
            <Button size="small" variant="text" loading={cancel.isPending} onClick={() => cancel.mutate()}>
              {t("outbound.cancel")}
            </Button>
          )}
          {outbound.mayRetry && (
            <Button size="small" variant="text" loading={retry.isPending} onClick={again}>
              {t("outbound.retry")}
            </Button>
          )}
        </Acts>
      )}
      {!asking && <Problem error={cancel.error ?? retry.error} />}
      {asking && (
        <Dialog open onClose={() => setAsking(false)} aria-labelledby={heading}>
          <DialogTitle id={heading}>{t("outbound.retryUnknownTitle")}</DialogTitle>
          <DialogContent>
            <Words look="muted">{t("outbound.retryUnknown")}</Words>
            <Problem error={retry.error} />
          </DialogContent>
          <DialogActions>
            <Button variant="text" onClick={() => setAsking(false)}>
              {t("act.cancel")}
            </Button>
            <Button
              variant="contained"
              color="error"
              loading={retry.isPending}
              onClick={() => retry.mutate(true, { onSuccess: () => setAsking(false) })}
            >
              {t("outbound.retryAnyway")}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </Column>
  );
}
