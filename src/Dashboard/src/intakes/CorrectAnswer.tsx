import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer, Intake } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { useLanguage } from "../ui/useLanguage";
import { CorrectAnswerDialog } from "./CorrectAnswerDialog";
import { awaitsDecision } from "./intakeStates";
import { useIntakeDecision } from "./useIntakes";

/** Staff correct an answer on the client's word until the intake is decided; a file comes from the client alone. */
export function CorrectAnswer({ intake, answer }: { intake: Intake; answer: Answer }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay();
  const { correct } = useIntakeDecision(intake.id);
  const [open, setOpen] = useState(false);
  if (!may("readContent") || !awaitsDecision(intake) || answer.type === "media") return null;
  return (
    <>
      <Tooltip title={t("answer.correct")}>
        <IconButton size="small" aria-label={t("answer.correctOf", { question: answer.question[language] })} onClick={() => setOpen(true)}>
          <Pencil size={15} aria-hidden />
        </IconButton>
      </Tooltip>
      {open && (
        <CorrectAnswerDialog
          answer={answer}
          pending={correct.isPending}
          error={correct.error}
          onClose={() => {
            correct.reset();
            setOpen(false);
          }}
          onConfirm={(correction) => correct.mutate({ question: answer.questionId, correction }, { onSuccess: () => setOpen(false) })}
        />
      )}
    </>
  );
}
