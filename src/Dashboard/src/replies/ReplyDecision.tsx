import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import { Check, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/ApiProblem";
import type { Reply } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { Column } from "../ui/Column";
import { Line } from "../ui/Line";
import { Problem } from "../ui/Problem";
import { ReasonDialog } from "../ui/ReasonDialog";
import { Words } from "../ui/Words";
import { LintFindings } from "./LintFindings";
import { useReplyDecision } from "./useReplies";

interface Props {
  reply: Reply;
  /** The text as edited here; approving then covers exactly these words. */
  finalText?: string;
  rejecting?: boolean;
  onRejecting?: (open: boolean) => void;
  onDecided?: () => void;
}

/** Approve or reject one reply: everything that speaks against it stands above the buttons. */
export function ReplyDecision({ reply, finalText, rejecting, onRejecting, onDecided }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const [readLatest, setReadLatest] = useState(false);
  const { approve, reject } = useReplyDecision(reply.id);
  const edited = finalText !== undefined && finalText !== reply.text;
  const blocked = !edited && reply.lint.some(({ severity }) => severity === "block");
  const stale = reply.stale || (approve.error instanceof ApiProblem && approve.error.code.includes("stale"));
  const open = rejecting ?? asking;
  const setOpen = onRejecting ?? setAsking;

  if (!may("decideReply")) {
    return (
      <Column gap="snug">
        <LintFindings findings={reply.lint} />
        <Words look="muted">{t("reply.waitsForLawyer")}</Words>
      </Column>
    );
  }
  return (
    <Column gap="snug">
      <LintFindings findings={edited ? [] : reply.lint} />
      {stale && (
        <Alert severity="warning">
          {t("reply.stale")}
          <div>
            <FormControlLabel
              control={<Checkbox checked={readLatest} onChange={(event) => setReadLatest(event.target.checked)} />}
              label={<Words>{t("reply.readLatest")}</Words>}
            />
          </div>
        </Alert>
      )}
      <Problem error={approve.error} />
      <Line>
        <Button
          variant="contained"
          disabled={blocked || (stale && !readLatest) || (finalText?.trim() === "" && !reply.media)}
          loading={approve.isPending}
          startIcon={<Check size={15} aria-hidden />}
          onClick={() =>
            approve.mutate(
              { ...(edited && { text: finalText }), ...(stale && { acknowledgeStale: true }) },
              { onSuccess: () => onDecided?.() },
            )
          }
        >
          {edited ? t("act.approveEdited") : t("act.approve")}
        </Button>
        <Button color="error" startIcon={<X size={15} aria-hidden />} onClick={() => setOpen(true)}>
          {t("act.reject")}
        </Button>
        {blocked && <Words look="small">{t("reply.blocked")}</Words>}
      </Line>
      {open && (
        <ReasonDialog
          title={t("reply.rejectTitle")}
          explanation={t("reply.rejectHint")}
          confirm={t("reply.rejectConfirm")}
          grave
          pending={reject.isPending}
          error={reject.error}
          onClose={() => setOpen(false)}
          onConfirm={(reason) =>
            reject.mutate(reason, {
              onSuccess: () => {
                setOpen(false);
                onDecided?.();
              },
            })
          }
        />
      )}
    </Column>
  );
}
