import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { styled } from "@mui/material/styles";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/ApiProblem";
import type { ApprovedBatch, Reply } from "../api/types";
import { Column } from "../ui/Column";
import { Problem } from "../ui/Problem";
import { problemText } from "../ui/problemText";
import { Words } from "../ui/Words";
import { useBatchApproval } from "./useReplies";

const Text = styled("p")(({ theme }) => ({ ...theme.typography.body1, margin: 0, whiteSpace: "pre-wrap", overflowWrap: "anywhere" }));

interface Props {
  replies: readonly Reply[];
  onClose: () => void;
  /** What was approved is no longer waiting. */
  onDecided: (batch: ApprovedBatch) => void;
}

/** Every word of every chosen reply once more; the approval covers exactly these, and each that is held back says why. */
export function BatchApproval({ replies, onClose, onDecided }: Props) {
  const { t } = useTranslation();
  const heading = useId();
  const approve = useBatchApproval();
  const results = new Map(approve.data?.replies.map((result) => [result.replyId, result]));
  const total = replies.length;
  const decided = approve.data !== undefined;
  return (
    <Dialog open onClose={onClose} aria-labelledby={heading} fullWidth maxWidth="sm">
      <DialogTitle id={heading}>
        {decided ? t("reply.batchDone", { approved: approve.data.approved, total }) : t("reply.batchTitle", { count: total })}
      </DialogTitle>
      <DialogContent>
        <Column gap="loose">
          {!decided && <Words look="muted">{t("reply.batchHint")}</Words>}
          {replies.map((reply) => {
            const result = results.get(reply.id);
            return (
              <Column key={reply.id} gap="tight">
                <Words look="strong">{reply.clientLabel}</Words>
                <Text>{reply.text}</Text>
                {result?.approved === true && <Alert severity="success">{t("reply.state.approved")}</Alert>}
                {result?.approved === false && (
                  <Alert severity="warning">
                    {problemText(new ApiProblem(409, { code: result.code ?? "", detail: result.detail ?? "" }), t)}
                  </Alert>
                )}
              </Column>
            );
          })}
          <Problem error={approve.error} />
        </Column>
      </DialogContent>
      <DialogActions>
        <Button autoFocus={decided} onClick={onClose}>
          {t(decided ? "act.close" : "act.cancel")}
        </Button>
        {!decided && (
          <Button
            autoFocus
            variant="contained"
            loading={approve.isPending}
            onClick={() => approve.mutate(replies, { onSuccess: onDecided })}
          >
            {t("reply.batchApprove", { count: total })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
