import { styled } from "@mui/material/styles";
import { MessageCircle } from "lucide-react";
import { Fragment, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Conversation, Message } from "../api/types";
import { Empty } from "../ui/Empty";
import { Failed } from "../ui/Failed";
import { dayKey, weekday } from "../ui/formats";
import { Loading } from "../ui/Loading";
import { useLanguage } from "../ui/useLanguage";
import { Bubble } from "./Bubble";
import { choiceTitle } from "./choiceTitle";
import { noticeOf, TimelineNotice } from "./TimelineNotice";
import { useMessages } from "./useConversations";

const Scroll = styled("div")(({ theme }) => ({
  flex: 1,
  minHeight: 0,
  overflowY: "auto",
  padding: theme.spacing(4, 5),
  display: "flex",
  flexDirection: "column",
  gap: theme.spacing(1.5),
  [theme.breakpoints.down("md")]: { padding: theme.spacing(3) },
}));

const Day = styled("div")(({ theme }) => ({
  ...theme.typography.caption,
  alignSelf: "center",
  color: theme.vars.palette.text.secondary,
  padding: theme.spacing(3, 0, 1.5),
}));

const nearTheEnd = 120;

interface Props {
  conversation: Conversation;
  onQuote?: (message: Message) => void;
}

export function Timeline({ conversation, onQuote }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const query = useMessages(conversation.id);
  const scroll = useRef<HTMLDivElement>(null);
  const followed = useRef(true);
  const messages = query.data ?? [];
  const lastId = messages.at(-1)?.id;

  // Follow the conversation as it grows, but do not pull away somebody who reads further up.
  useEffect(() => {
    const element = scroll.current;
    if (element !== null && followed.current) element.scrollTop = element.scrollHeight;
  }, [lastId]);

  // The composer or a waiting reply may grow below: the last words stay in sight.
  useEffect(() => {
    const element = scroll.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      if (followed.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <Scroll
      ref={scroll}
      role="log"
      aria-label={t("conversation.timeline")}
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        followed.current = scrollHeight - scrollTop - clientHeight < nearTheEnd;
      }}
    >
      {query.isPending && <Loading rows={6} />}
      {query.isError && query.data === undefined && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.data?.length === 0 && <Empty sign={MessageCircle} title={t("conversation.emptyTitle")} hint={t("conversation.emptyHint")} />}
      {messages.map((message, index) => {
        const before = messages[index - 1];
        const notice = noticeOf(message);
        const newDay = before === undefined || dayKey(before.at) !== dayKey(message.at);
        return (
          <Fragment key={message.id}>
            {newDay && <Day>{weekday(message.at, language)}</Day>}
            {notice ? (
              <TimelineNotice message={message} notice={notice} />
            ) : (
              <Bubble
                message={message}
                clientLabel={conversation.clientName ?? conversation.clientLabel}
                quoted={message.replyTo ? messages.find(({ id }) => id === message.replyTo) : undefined}
                chosen={choiceTitle(message, messages)}
                {...(onQuote && mayBeQuoted(message) && { onQuote: () => onQuote(message) })}
                continues={!newDay && noticeOf(before) === undefined && sameAuthor(before, message)}
              />
            )}
          </Fragment>
        );
      })}
    </Scroll>
  );
}

/** Notes are nobody's to see but the firm's, and what has no tick yet is not at WhatsApp. */
function mayBeQuoted({ author, direction, status, erased, type }: Message): boolean {
  return (
    author !== "note" &&
    !erased &&
    type !== "reaction" &&
    (direction === "inbound" || ["accepted", "sent", "delivered", "read", "played"].includes(status))
  );
}

function sameAuthor(one: Message, other: Message): boolean {
  return one.author === other.author && one.approvedBy?.id === other.approvedBy?.id;
}
