import { styled } from "@mui/material/styles";
import { List, MapPin, Reply } from "lucide-react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Message } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { WhatsAppText } from "../ui/WhatsAppText";
import { Words } from "../ui/Words";
import { MediaCard } from "./MediaCard";
import { MessageExtras, MessageMarks, MessageOrigin } from "./MessageExtras";
import { messageKind } from "./messageKind";

const Text = styled("p")(({ theme }) => ({ ...theme.typography.body1, margin: 0, whiteSpace: "pre-wrap", overflowWrap: "anywhere" }));

const Quiet = styled(Text)(({ theme }) => ({ color: theme.vars.palette.text.secondary, fontStyle: "italic" }));

const Quote = styled("blockquote")(({ theme }) => ({
  ...theme.typography.caption,
  margin: theme.spacing(0, 0, 1.5),
  padding: theme.spacing(1, 2),
  borderLeft: `2px solid ${theme.vars.palette.hub.lineStrong}`,
  color: theme.vars.palette.text.secondary,
  overflow: "hidden",
  textOverflow: "ellipsis",
  whiteSpace: "nowrap",
}));

const Choices = styled("ul")(({ theme }) => ({
  listStyle: "none",
  margin: theme.spacing(2, 0, 0),
  padding: 0,
  display: "flex",
  flexWrap: "wrap",
  gap: theme.spacing(1),
  "& li": {
    ...theme.typography.caption,
    padding: theme.spacing(0.5, 2),
    borderRadius: 6,
    border: `1px solid ${theme.vars.palette.hub.lineStrong}`,
    backgroundColor: theme.vars.palette.background.paper,
  },
}));

const Attachment = styled("div")(({ theme }) => ({
  display: "flex",
  alignItems: "center",
  gap: theme.spacing(2.5),
  padding: theme.spacing(2),
  marginBottom: theme.spacing(1),
  borderRadius: 6,
  border: `1px solid ${theme.vars.palette.hub.line}`,
  backgroundColor: theme.vars.palette.hub.sunken,
  "& > div": { minWidth: 0, display: "flex", flexDirection: "column" },
}));

const Answer = styled("p")(({ theme }) => ({
  ...theme.typography.body1,
  margin: 0,
  display: "flex",
  alignItems: "center",
  gap: theme.spacing(1.5),
  "& svg": { color: theme.vars.palette.text.secondary, flexShrink: 0 },
}));

interface Props {
  message: Message;
  quoted: Message | undefined;
  /** The words of the option that the client tapped; undefined where nobody knows them. */
  chosen?: string | undefined;
}

export function MessageBody({ message, quoted, chosen }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const { media, list, buttons, interactiveReply: choice, location, facts } = message;
  // WhatsApp gives a place's name as the words of its message, too.
  const saysItself = message.type === "system" || message.type === "reaction" || (location && message.text === location.name);
  const text = saysItself ? null : message.text;
  if (message.erased) return <Quiet>{t("message.erased")}</Quiet>;
  const act = actOf(message, t);
  const nothing = !act && !text && !media && !choice && !location && !facts?.length;
  return (
    <>
      <MessageOrigin message={message} />
      {quoted?.text && (
        <Quote>
          <Reply size={11} aria-hidden /> {quoted.text}
        </Quote>
      )}
      {act && <Quiet>{act}</Quiet>}
      {media && <MediaCard media={media} kind={messageKind(message.type, t)} />}
      {location && (
        <Attachment>
          <MapPin size={18} aria-hidden />
          <div>
            <Words>{location.name ?? messageKind("location", t)}</Words>
            <Words look="small">{location.address ?? `${location.latitude}, ${location.longitude}`}</Words>
          </div>
        </Attachment>
      )}
      {choice ? (
        <Answer>
          <Reply size={14} aria-label={t("message.chose")} />
          {chosen ?? (
            <span>
              {t("message.choiceUnknown")} <Words look="small">({choice.id})</Words>
            </span>
          )}
        </Answer>
      ) : (
        text && (
          <Text>
            <WhatsAppText>{text}</WhatsAppText>
          </Text>
        )
      )}
      {nothing && (
        <Quiet>
          {!may("readContent") || isReadable(message.type)
            ? t("message.withheld")
            : t("message.unknown", { kind: messageKind(nameOf(message), t) })}
        </Quiet>
      )}
      <MessageExtras message={message} />
      <MessageMarks message={message} />
      {buttons && buttons.length > 0 && (
        <Choices aria-label={t("message.buttons")}>
          {buttons.map((button) => (
            <li key={button.id}>{button.title}</li>
          ))}
        </Choices>
      )}
      {list && (
        <Choices aria-label={list.button}>
          {list.rows.map((row) => (
            <li key={row.id} title={row.description ?? undefined}>
              <List size={11} aria-hidden /> {row.title}
            </li>
          ))}
        </Choices>
      )}
    </>
  );
}

/** What the message does to an earlier one, in words; nothing for one that says something of its own. */
function actOf(message: Message, t: TFunction): string | undefined {
  if (message.type === "edit") return t("message.editing");
  if (message.type === "revoke") return t("message.revoking");
  if (message.type === "reaction") return message.text ? t("message.reacted", { sign: message.text }) : t("message.reactionRemoved");
  return undefined;
}

/** WhatsApp calls all it does not pass on by one name, and says beside it what it was. */
function nameOf({ type, subtype }: Message): string {
  return (type === "unsupported" || type === "unknown") && subtype ? subtype : type;
}

/** Types whose words exist and are only kept from this reader. */
function isReadable(type: string): boolean {
  return ["text", "interactive", "button", "image", "document", "audio", "video"].includes(type);
}
