import IconButton from "@mui/material/IconButton";
import { styled } from "@mui/material/styles";
import { Bot, Reply, Scale, Smartphone, StickyNote } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Message } from "../api/types";
import { clock, moment } from "../ui/formats";
import { useLanguage } from "../ui/useLanguage";
import { MessageBody } from "./MessageBody";
import { OutboundTrouble } from "./OutboundTrouble";
import { Ticks } from "./Ticks";

type Voice = "client" | "script" | "staff" | "phone" | "note";

const Frame = styled("article", { shouldForwardProp: (name) => name !== "voice" })<{ voice: Voice }>(({ theme, voice }) => ({
  maxWidth: "min(560px, 86%)",
  alignSelf: voice === "client" ? "flex-start" : "flex-end",
  padding: theme.spacing(2, 3),
  borderRadius: 10,
  borderTopLeftRadius: voice === "client" ? 3 : 10,
  borderTopRightRadius: voice === "client" ? 10 : 3,
  border: `1px ${voice === "script" ? "dashed" : "solid"} ${
    { script: theme.vars.palette.hub.lineStrong, note: theme.vars.palette.tone.high.line }[voice as string] ?? theme.vars.palette.hub.line
  }`,
  backgroundColor: {
    client: theme.vars.palette.hub.bubbleClient,
    script: theme.vars.palette.hub.bubbleScript,
    staff: theme.vars.palette.hub.bubbleFirm,
    phone: theme.vars.palette.hub.bubbleFirm,
    note: theme.vars.palette.tone.high.bg,
  }[voice],
}));

const Author = styled("header")(({ theme }) => ({
  ...theme.typography.caption,
  fontWeight: 600,
  display: "flex",
  alignItems: "center",
  gap: theme.spacing(1),
  marginBottom: theme.spacing(0.5),
  color: theme.vars.palette.text.secondary,
}));

const Foot = styled("footer")(({ theme }) => ({
  ...theme.typography.caption,
  fontSize: "0.6875rem",
  display: "flex",
  flexWrap: "wrap",
  justifyContent: "flex-end",
  alignItems: "center",
  gap: theme.spacing(1),
  marginTop: theme.spacing(0.5),
  color: theme.vars.palette.text.secondary,
}));

// Small beside the time, and large enough for a finger.
const Quote = styled(IconButton)(({ theme }) => ({
  margin: theme.spacing(-1, "auto", -1, -1.5),
  width: 24,
  height: 24,
  color: theme.vars.palette.text.secondary,
}));

interface Props {
  message: Message;
  clientLabel: string;
  quoted: Message | undefined;
  chosen: string | undefined;
  continues: boolean;
  onQuote?: () => void;
}

/** Voices are told apart by side, ground, line and name: the client, the published script, a person of the firm, here or past the hub. */
export function Bubble({ message, clientLabel, quoted, chosen, continues, onQuote }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const voice: Voice = message.author === "lawyer" ? "staff" : message.author;
  return (
    <Frame voice={voice} aria-label={`${t(`message.by.${voice}`)}, ${clock(message.at, language)}`}>
      {!continues && (
        <Author>
          {voice === "script" && <Bot size={13} aria-hidden />}
          {voice === "staff" && <Scale size={13} aria-hidden />}
          {voice === "client" && clientLabel}
          {voice === "phone" && <Smartphone size={13} aria-hidden />}
          {voice === "phone" && t("message.by.phone")}
          {voice === "note" && <StickyNote size={13} aria-hidden />}
          {voice === "note" && t("message.noteBy", { name: message.approvedBy?.name ?? "" })}
          {voice === "script" && t("message.by.script")}
          {voice === "staff" && (message.approvedBy?.name ?? t("message.by.staff"))}
        </Author>
      )}
      <MessageBody message={message} quoted={quoted} chosen={chosen} />
      <Foot>
        {onQuote && (
          <Quote size="small" aria-label={t("quote.act")} title={t("quote.act")} onClick={onQuote}>
            <Reply size={12} aria-hidden />
          </Quote>
        )}
        {voice === "phone" && <span>{t("message.pastHub")}</span>}
        <time dateTime={message.at} title={moment(message.at, language)}>
          {clock(message.at, language)}
        </time>
        {message.direction === "outbound" && voice !== "note" && <Ticks status={message.status} />}
      </Foot>
      {message.outbound && <OutboundTrouble status={message.status} outbound={message.outbound} />}
    </Frame>
  );
}
