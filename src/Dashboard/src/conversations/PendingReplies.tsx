import { styled } from "@mui/material/styles";
import { useTranslation } from "react-i18next";
import type { Conversation } from "../api/types";
import { ReplyDecision } from "../replies/ReplyDecision";
import { ReplyOnPhone } from "../replies/ReplyOnPhone";
import { useReplies } from "../replies/useReplies";
import { Column } from "../ui/Column";
import { Line } from "../ui/Line";
import { When } from "../ui/When";
import { WhatsAppText } from "../ui/WhatsAppText";
import { Words } from "../ui/Words";
import { MediaCard } from "./MediaCard";
import { Quoted } from "./Quoted";
import { Badge } from "../ui/Badge";

const Frame = styled("section")(({ theme }) => ({
  maxHeight: "40%",
  overflowY: "auto",
  padding: theme.spacing(3, 4),
  borderTop: `1px solid ${theme.vars.palette.tone.accent.line}`,
  backgroundColor: theme.vars.palette.tone.accent.bg,
}));

const Text = styled("p")(({ theme }) => ({ ...theme.typography.body1, margin: 0, whiteSpace: "pre-wrap" }));

/** The second step of a reply, where it was proposed: nothing leaves before it. */
export function PendingReplies({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const query = useReplies(conversation.pendingReplies > 0);
  const waiting = (query.data ?? []).filter((reply) => reply.conversationId === conversation.id);
  if (waiting.length === 0) return null;
  return (
    <Frame aria-label={t("reply.waitingHere")}>
      <Column gap="loose">
        {waiting.map((reply) => (
          <Column key={reply.id} gap="snug">
            <Line gap="snug">
              <Badge tone="accent">{t("reply.state.proposed")}</Badge>
              <Words look="small">
                {t("reply.proposedBy", { name: reply.proposedBy.name })} · <When at={reply.proposedAt} />
              </Words>
            </Line>
            {reply.quotes && <Quoted text={reply.quotes.text} />}
            {reply.media && <MediaCard media={reply.media} kind={t("attachment.label")} />}
            {reply.text && (reply.buttons || reply.list) ? (
              <ReplyOnPhone text={reply.text} buttons={reply.buttons} list={reply.list} />
            ) : (
              reply.text !== "" && (
                <Text>
                  <WhatsAppText>{reply.text ?? t("message.withheld")}</WhatsAppText>
                </Text>
              )
            )}
            {reply.sendAt && (
              <Words look="small">
                {t("schedule.leavesAt")} <When at={reply.sendAt} look="full" />
              </Words>
            )}
            <ReplyDecision reply={reply} />
          </Column>
        ))}
      </Column>
    </Frame>
  );
}
