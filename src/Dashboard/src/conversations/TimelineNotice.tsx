import { styled } from "@mui/material/styles";
import {
  AlarmClock,
  Ban,
  CheckCheck,
  Hand,
  Megaphone,
  RotateCcw,
  ShieldAlert,
  Undo2,
  UserRoundCheck,
  UserRoundPen,
  UserRoundPlus,
  type LucideIcon,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Message } from "../api/types";
import { clock, moment } from "../ui/formats";
import { useLanguage } from "../ui/useLanguage";

const signs: Readonly<Record<string, LucideIcon>> = {
  identity_changed: UserRoundPen,
  identity_contested: ShieldAlert,
  identity_linked: UserRoundCheck,
  identity_settled: UserRoundCheck,
  marketing_stopped: Megaphone,
  marketing_resumed: Megaphone,
  taken_over: Hand,
  given_back: Undo2,
  given_back_idle: Undo2,
  assigned: UserRoundPlus,
  unassigned: UserRoundPlus,
  snoozed: AlarmClock,
  woken: AlarmClock,
  resolved: CheckCheck,
  reopened: RotateCcw,
  client_blocked: Ban,
  client_unblocked: Ban,
};

/** Where WhatsApp's own notice brings news of the person, in words of ours: its own are English. */
const told = new Set([
  "customer_changed_number",
  "customer_identity_changed",
  "user_changed_number",
  "user_changed_user_id",
  "user_identity_changed",
]);

const Frame = styled("div", { shouldForwardProp: (name) => name !== "grave" })<{ grave: boolean }>(({ theme, grave }) => ({
  ...theme.typography.caption,
  alignSelf: "center",
  maxWidth: "min(560px, 92%)",
  display: "flex",
  alignItems: "center",
  gap: theme.spacing(1.5),
  padding: theme.spacing(1, 3),
  borderRadius: 8,
  color: grave ? theme.vars.palette.tone.high.fg : theme.vars.palette.text.secondary,
  backgroundColor: grave ? theme.vars.palette.tone.high.bg : theme.vars.palette.hub.sunken,
  border: `1px solid ${grave ? theme.vars.palette.tone.high.line : theme.vars.palette.hub.line}`,
  "& svg": { flexShrink: 0 },
  "& time": { whiteSpace: "nowrap" },
}));

/** The notice that a message is; nothing for what somebody wrote. */
export function noticeOf(message: Message | undefined): string | undefined {
  if (message === undefined) return undefined;
  if (message.type in signs) return message.type;
  return message.type === "system" && message.subtype && told.has(message.subtype) ? message.subtype : undefined;
}

/** Something happened to who the client is, to what they allow, or to whose conversation it is: it stands between the voices and is none of them. */
export function TimelineNotice({ message, notice }: { message: Message; notice: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const grave = notice === "identity_contested" || notice.endsWith("_identity_changed");
  const Sign = signs[notice] ?? (grave ? ShieldAlert : UserRoundPen);
  return (
    <Frame role="note" grave={grave}>
      <Sign size={14} aria-hidden />
      <span>{t(`message.notice.${notice}` as "message.notice.taken_over", { name: message.approvedBy?.name ?? "" })}</span>
      <time dateTime={message.at} title={moment(message.at, language)}>
        {clock(message.at, language)}
      </time>
    </Frame>
  );
}
