import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormGroup from "@mui/material/FormGroup";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer, Correction } from "../api/types";
import { Column } from "../ui/Column";
import { Problem } from "../ui/Problem";
import { useLanguage } from "../ui/useLanguage";
import { Words } from "../ui/Words";
import { answerText } from "./answerText";

interface Props {
  answer: Answer;
  pending: boolean;
  error: unknown;
  onConfirm: (correction: Correction) => void;
  onClose: () => void;
}

/** What the client said differently afterwards, read by the rules of the client's own answers; how they said so is kept with it. */
export function CorrectAnswerDialog({ answer, pending, error, onConfirm, onClose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const heading = useId();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [reason, setReason] = useState("");
  const several = answer.type === "multi";
  const numbers = chosen.map((at) => at + 1).join(",");
  const [first] = chosen;
  const option = first === undefined ? undefined : answer.options[first]?.value;
  const given: Omit<Correction, "reason"> | undefined =
    answer.options.length === 0
      ? typed.trim() === ""
        ? undefined
        : { answer: typed.trim() }
      : several
        ? numbers === ""
          ? undefined
          : { answer: numbers }
        : option === undefined
          ? undefined
          : { option };
  const valid = given !== undefined && reason.trim() !== "" && !pending;
  return (
    <Dialog open onClose={onClose} aria-labelledby={heading} fullWidth maxWidth="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (valid) onConfirm({ ...given, reason: reason.trim() });
        }}
      >
        <DialogTitle id={heading}>{t("answer.correctTitle")}</DialogTitle>
        <DialogContent>
          <Column gap="loose">
            <Column gap="snug">
              <Words look="muted">{answer.question[language]}</Words>
              <Words>{t("answer.now", { answer: answerText(answer, language, t) })}</Words>
            </Column>
            {answer.options.length === 0 ? (
              <TextField
                autoFocus
                multiline={answer.type === "long_text"}
                minRows={answer.type === "long_text" ? 3 : undefined}
                label={t("answer.corrected")}
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
                helperText={t("answer.asTyped")}
              />
            ) : several ? (
              <FormGroup aria-label={t("answer.corrected")}>
                {answer.options.map((choice, at) => (
                  <FormControlLabel
                    key={choice.value}
                    label={choice.label[language]}
                    control={
                      <Checkbox
                        checked={chosen.includes(at)}
                        onChange={(event) =>
                          setChosen(event.target.checked ? [...chosen, at].sort((a, b) => a - b) : chosen.filter((other) => other !== at))
                        }
                      />
                    }
                  />
                ))}
              </FormGroup>
            ) : (
              <TextField
                select
                autoFocus
                label={t("answer.corrected")}
                value={first ?? ""}
                onChange={(event) => setChosen([Number(event.target.value)])}
              >
                {answer.options.map((choice, at) => (
                  <MenuItem key={choice.value} value={at}>
                    {choice.label[language]}
                  </MenuItem>
                ))}
              </TextField>
            )}
            <TextField
              multiline
              minRows={2}
              label={t("answer.correctReason")}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              helperText={t("hint.reasonIsRecorded")}
            />
            <Problem error={error} />
          </Column>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t("act.cancel")}</Button>
          <Button type="submit" variant="contained" disabled={!valid} loading={pending}>
            {t("answer.correct")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
