import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import TextField from "@mui/material/TextField";
import { styled } from "@mui/material/styles";
import { Check, X } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";
import type { TimeEntry } from "../api/types";
import { useCurrentSession, useMay } from "../tenancy/currentSession";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Line } from "../ui/Line";
import { Minutes } from "../ui/Minutes";
import { Money } from "../ui/Money";
import { Problem } from "../ui/Problem";
import { ReasonDialog } from "../ui/ReasonDialog";
import { Words } from "../ui/Words";
import { TimeEvidence } from "./TimeEvidence";
import { billedMinutes, isOpen, toneOfTime } from "./timeStates";
import { useTimeDecision } from "./useTimeEntries";

const Frame = styled("article")(({ theme }) => ({
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr) 300px",
  gap: theme.spacing(6),
  padding: theme.spacing(4),
  borderBottom: `1px solid ${theme.vars.palette.hub.line}`,
  "&:last-child": { borderBottom: 0 },
  [theme.breakpoints.down("lg")]: { gridTemplateColumns: "minmax(0, 1fr)", gap: theme.spacing(4) },
}));

const MinutesField = styled(TextField)({ width: 108, flexShrink: 0 });

const mostMinutes = 24 * 60;

/** A suggestion beside its evidence: edited in place, it counts only once a lawyer approves it. */
export function TimeEntryCard({ entry }: { entry: TimeEntry }) {
  const { t } = useTranslation();
  const may = useMay();
  const { staffId } = useCurrentSession();
  const { edit, approve, reject } = useTimeDecision(entry.id);
  const [minutes, setMinutes] = useState(String(entry.minutes));
  const [narrative, setNarrative] = useState(entry.narrative ?? "");
  const [rejecting, setRejecting] = useState(false);
  const why = useId();

  const open = isOpen(entry);
  const editable = open && may("recordTime") && (entry.staffId === staffId || may("approveTime"));
  const decidable = open && may("approveTime");
  const chosen = Number(minutes);
  const valid = Number.isInteger(chosen) && chosen >= 1 && chosen <= mostMinutes;
  // Too little to bill is what the rule found, not a slip of the reader's: it is explained, and no field turns red.
  const nothing = minutes === "0" && entry.minutes === 0;
  const changed = chosen !== entry.minutes || narrative !== (entry.narrative ?? "");

  async function approveAsShown() {
    // The words are the client's line on the invoice: they are saved before the approval that covers them.
    if (narrative !== (entry.narrative ?? "")) await edit.mutateAsync({ minutes: chosen, narrative });
    await approve.mutateAsync(chosen);
  }

  return (
    <Frame aria-label={`${entry.matterNumber} · ${entry.staffName}`}>
      <Column>
        <Line spread>
          <Line>
            <Badge tone={toneOfTime[entry.state]}>{t(`time.state.${entry.state}`)}</Badge>
            <Link component={RouterLink} to={`/matters/${entry.matterId}`} variant="body2">
              {entry.matterNumber}
            </Link>
            <Words look="muted">{entry.matterTitle}</Words>
          </Line>
          <Words look="muted">{entry.staffName}</Words>
        </Line>
        {editable ? (
          <Line firm top>
            <MinutesField
              label={t("field.minutes")}
              type="number"
              value={minutes}
              error={!valid && !nothing}
              onChange={(event) => setMinutes(event.target.value)}
              slotProps={{ htmlInput: { min: 1, max: mostMinutes, inputMode: "numeric", ...(!valid && { "aria-describedby": why }) } }}
              helperText={valid && billedMinutes(chosen) !== chosen ? t("time.roundsTo", { minutes: billedMinutes(chosen) }) : undefined}
            />
            <TextField multiline label={t("field.narrative")} value={narrative} onChange={(event) => setNarrative(event.target.value)} />
          </Line>
        ) : (
          <Words>{entry.narrative}</Words>
        )}
        {editable && !valid && (
          <Words id={why} look="small">
            {nothing ? t("time.nothingToBill") : t("time.minutesRange", { most: mostMinutes })}
          </Words>
        )}
        <Problem error={edit.error ?? approve.error} />
        <Line spread>
          <Words look="muted">
            <Minutes minutes={entry.minutes} /> · {t("time.units", { count: entry.units })} · <Money amount={entry.amount} />
            {entry.approvedBy && ` · ${t("time.approvedBy", { name: entry.approvedBy.name })}`}
          </Words>
          <Line>
            {editable && changed && (
              <Button
                disabled={!valid || narrative.trim() === ""}
                loading={edit.isPending && !approve.isPending}
                onClick={() => edit.mutate({ minutes: chosen, narrative })}
              >
                {t("act.save")}
              </Button>
            )}
            {decidable && (
              <>
                <Button
                  variant="contained"
                  disabled={!valid}
                  loading={approve.isPending}
                  startIcon={<Check size={15} aria-hidden />}
                  onClick={() => void approveAsShown().catch(shownBeside)}
                >
                  {t("act.approve")}
                </Button>
                <Button color="error" startIcon={<X size={15} aria-hidden />} onClick={() => setRejecting(true)}>
                  {t("act.reject")}
                </Button>
              </>
            )}
          </Line>
        </Line>
      </Column>
      <TimeEvidence entry={entry} />
      {rejecting && (
        <ReasonDialog
          title={t("time.rejectTitle")}
          confirm={t("time.rejectConfirm")}
          grave
          pending={reject.isPending}
          error={reject.error}
          onClose={() => setRejecting(false)}
          onConfirm={(reason) => reject.mutate(reason, { onSuccess: () => setRejecting(false) })}
        />
      )}
    </Frame>
  );
}

/** The mutations keep their own error, which stands beside the buttons; here it only ends the sequence. */
function shownBeside(): void {
  return undefined;
}
