import { styled } from "@mui/material/styles";
import { AlarmClock } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Conversation } from "../api/types";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { FlagBadge } from "../ui/FlagBadge";
import { Grow } from "../ui/Grow";
import { Line } from "../ui/Line";
import { RowLink } from "../ui/RowLink";
import { UrgencyBadge } from "../ui/UrgencyBadge";
import { When } from "../ui/When";
import { WindowClock } from "../ui/WindowClock";
import { Words } from "../ui/Words";
import { ClockBadge } from "./ClockBadge";
import { firstClock } from "./clocks";
import { messageKind } from "./messageKind";

const Unread = styled("span")(({ theme }) => ({
  ...theme.typography.caption,
  fontWeight: 600,
  fontSize: "0.6875rem",
  lineHeight: "18px",
  minWidth: 18,
  textAlign: "center",
  padding: theme.spacing(0, 1.25),
  borderRadius: 9,
  color: theme.vars.palette.primary.contrastText,
  backgroundColor: theme.vars.palette.primary.main,
}));

const mostFlags = 2;

export function ConversationRow({ conversation, chosen, search }: { conversation: Conversation; chosen: boolean; search: string }) {
  const { t } = useTranslation();
  const { lastMessage, classification, flags } = conversation;
  const owed = firstClock(conversation);
  const raised = flags.filter((flag) => !flag.clearedAt);
  return (
    <RowLink chosen={chosen} to={{ pathname: `/inbox/${conversation.id}`, search }} aria-current={chosen ? "page" : undefined}>
      <Column gap="tight">
        <Line firm gap="snug">
          <Grow>
            <Words look={conversation.unread > 0 ? "strong" : "plain"} cut>
              {conversation.clientName ?? conversation.clientLabel}
            </Words>
          </Grow>
          {lastMessage && (
            <Words look="small">
              <When at={lastMessage.at} />
            </Words>
          )}
        </Line>
        <Line firm gap="snug">
          <Grow>
            <Words look="muted" cut>
              {lastMessage?.direction === "outbound" && `${t("inbox.us")}: `}
              {lastMessage ? (lastMessage.preview ?? messageKind(lastMessage.type, t)) : t("inbox.noMessage")}
            </Words>
          </Grow>
          {conversation.unread > 0 && <Unread aria-label={t("inbox.unread", { count: conversation.unread })}>{conversation.unread}</Unread>}
        </Line>
        <Line gap="tight">
          {conversation.urgency !== "normal" && <UrgencyBadge urgency={conversation.urgency} />}
          {conversation.identityInDoubt && <Badge tone="high">{t("identity.doubt")}</Badge>}
          {raised.slice(0, mostFlags).map((flag) => (
            <FlagBadge key={flag.id} flag={flag} />
          ))}
          {raised.length > mostFlags && <Badge tone="low">+{raised.length - mostFlags}</Badge>}
          {classification && raised.length === 0 && (
            <Badge tone="low">
              {t(`area.${classification.practiceArea}` as "area.other", { defaultValue: classification.practiceArea })}
            </Badge>
          )}
          {conversation.pendingReplies > 0 && <Badge tone="accent">{t("inbox.toApprove", { count: conversation.pendingReplies })}</Badge>}
          {conversation.state === "takenOver" && conversation.takenOverBy && (
            <Badge tone="low">{t("inbox.heldBy", { name: conversation.takenOverBy.name })}</Badge>
          )}
          {conversation.assignedTo && conversation.assignedTo.id !== conversation.takenOverBy?.id && (
            <Badge tone="low">{t("standing.with", { name: conversation.assignedTo.name })}</Badge>
          )}
          {conversation.standing === "snoozed" && conversation.snoozedUntil && (
            <Badge tone="low">
              <AlarmClock aria-hidden />
              <When at={conversation.snoozedUntil} />
            </Badge>
          )}
          {conversation.blocked && <Badge tone="high">{t("standing.blocked")}</Badge>}
          {owed && <ClockBadge clock={owed} />}
          <WindowClock closesAt={conversation.windowClosesAt} />
        </Line>
      </Column>
    </RowLink>
  );
}
