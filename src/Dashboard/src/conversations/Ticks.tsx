import Tooltip from "@mui/material/Tooltip";
import { styled } from "@mui/material/styles";
import { Ban, CalendarClock, Check, CheckCheck, CircleAlert, CircleQuestionMark, Clock3, Hourglass, TimerOff, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { MessageStatus } from "../api/types";

const signs = {
  pending: Clock3,
  accepted: Clock3,
  sent: Check,
  delivered: CheckCheck,
  read: CheckCheck,
  played: CheckCheck,
  failed: CircleAlert,
  blocked: Ban,
  unknown: CircleQuestionMark,
  scheduled: CalendarClock,
  held: Hourglass,
  expired: TimerOff,
  cancelled: Undo2,
} as const;

/** What needs no words: it is on its way, or has arrived. */
const quiet = new Set<MessageStatus>(["pending", "accepted", "sent", "delivered", "read", "played"]);

const Frame = styled("span", { shouldForwardProp: (name) => name !== "status" })<{ status: MessageStatus }>(({ theme, status }) => ({
  display: "inline-flex",
  alignItems: "center",
  gap: theme.spacing(1),
  color:
    status === "read" || status === "played"
      ? theme.vars.palette.primary.main
      : status === "failed" || status === "blocked" || status === "expired"
        ? theme.vars.palette.error.main
        : theme.vars.palette.text.secondary,
}));

/** How far a message has come. A failure says so in words: nobody should have to hover to learn that a client heard nothing. */
export function Ticks({ status }: { status: MessageStatus }) {
  const { t } = useTranslation();
  const Sign = signs[status];
  const loud = !quiet.has(status);
  const words = t(`message.status.${status}`);
  return (
    <Tooltip title={words}>
      <Frame status={status}>
        <Sign size={13} role="img" aria-label={words} />
        {loud && <span aria-hidden>{words}</span>}
      </Frame>
    </Tooltip>
  );
}
