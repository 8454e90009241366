import Button from "@mui/material/Button";
import Drawer from "@mui/material/Drawer";
import IconButton from "@mui/material/IconButton";
import Typography from "@mui/material/Typography";
import { styled, type Theme } from "@mui/material/styles";
import useMediaQuery from "@mui/material/useMediaQuery";
import { ArrowLeft, PanelRight } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { Conversation, Message } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { size } from "../theme/space";
import { Column } from "../ui/Column";
import { Failed } from "../ui/Failed";
import { Grow } from "../ui/Grow";
import { Line } from "../ui/Line";
import { Loading } from "../ui/Loading";
import { UrgencyBadge } from "../ui/UrgencyBadge";
import { WindowClock } from "../ui/WindowClock";
import { Words } from "../ui/Words";
import { AlsoHere } from "./AlsoHere";
import { ConversationMenu } from "./ConversationMenu";
import { ConversationSide } from "./ConversationSide";
import { PendingReplies } from "./PendingReplies";
import { TakeoverButton } from "./TakeoverButton";
import { Timeline } from "./Timeline";
import { useConversation, useMarkRead } from "./useConversations";
import { Writing } from "./Writing";

const Middle = styled("section")(({ theme }) => ({
  flex: 1,
  minWidth: 0,
  minHeight: 0,
  display: "flex",
  flexDirection: "column",
  backgroundColor: theme.vars.palette.hub.canvas,
}));

const Head = styled("header")(({ theme }) => ({
  minHeight: 56,
  display: "flex",
  alignItems: "center",
  gap: theme.spacing(3),
  padding: theme.spacing(2, 4),
  backgroundColor: theme.vars.palette.background.paper,
  borderBottom: `1px solid ${theme.vars.palette.hub.line}`,
  [theme.breakpoints.down("md")]: { padding: theme.spacing(2), gap: theme.spacing(1) },
}));

/** Names can be long; on a phone two lines hold nearly all of them. */
const Name = styled(Typography)<{ component: "h1" }>({
  display: "-webkit-box",
  WebkitBoxOrient: "vertical",
  WebkitLineClamp: 2,
  overflow: "hidden",
});

const Side = styled("aside")(({ theme }) => ({
  width: size.side,
  maxWidth: "100vw",
  flexShrink: 0,
  overflowY: "auto",
  backgroundColor: theme.vars.palette.background.paper,
  borderLeft: `1px solid ${theme.vars.palette.hub.line}`,
}));

export function ConversationView({ id }: { id: string }) {
  const query = useConversation(id);
  return (
    <>
      {query.data === undefined ? (
        <Middle>{query.isError ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading rows={8} />}</Middle>
      ) : (
        <Opened key={id} conversation={query.data} />
      )}
    </>
  );
}

function Opened({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const may = useMay();
  const [search] = useSearchParams();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down("md"));
  const side = useMediaQuery((theme: Theme) => theme.breakpoints.up("lg"));
  const [drawer, setDrawer] = useState(false);
  const [quoted, setQuoted] = useState<Message>();
  const { mutate: markRead, isPending: marking, isError: markFailed } = useMarkRead(conversation.id);
  const name = conversation.clientName ?? conversation.clientLabel;
  const unread = conversation.unread > 0 && may("readContent");

  useEffect(() => {
    if (unread && !marking && !markFailed) markRead();
  }, [unread, marking, markFailed, markRead]);

  return (
    <>
      <Middle aria-label={name}>
        <Head>
          {narrow && (
            <IconButton component={Link} to={{ pathname: "/inbox", search: search.toString() }} aria-label={t("inbox.back")}>
              <ArrowLeft size={18} aria-hidden />
            </IconButton>
          )}
          <Grow>
            <Column gap="none">
              {narrow ? (
                <Name variant="h3" component="h1">
                  {name}
                </Name>
              ) : (
                <Line firm gap="snug">
                  <Typography variant="h3" component="h2" noWrap title={name}>
                    {name}
                  </Typography>
                  <UrgencyBadge urgency={conversation.urgency} />
                  <WindowClock closesAt={conversation.windowClosesAt} />
                </Line>
              )}
              <Line firm gap="snug">
                {narrow && conversation.urgency !== "normal" && <UrgencyBadge urgency={conversation.urgency} />}
                <Words look="small" cut>
                  {conversation.takenOverBy
                    ? t("conversation.heldBy", { name: conversation.takenOverBy.name })
                    : conversation.answeredByPhone
                      ? t("conversation.answeredByPhone")
                      : t(`conversation.state.${conversation.state}`)}
                  {!narrow && ` · ${conversation.channel.displayPhoneNumber}`}
                </Words>
              </Line>
            </Column>
          </Grow>
          <AlsoHere conversation={conversation} small={narrow} />
          <TakeoverButton conversation={conversation} small={narrow} />
          <ConversationMenu conversation={conversation} />
          {!side &&
            (narrow ? (
              <IconButton aria-label={t("conversation.details")} onClick={() => setDrawer(true)}>
                <PanelRight size={18} aria-hidden />
              </IconButton>
            ) : (
              <Button startIcon={<PanelRight size={15} aria-hidden />} onClick={() => setDrawer(true)}>
                {t("conversation.details")}
              </Button>
            ))}
        </Head>
        <Timeline conversation={conversation} {...(may("proposeReply") && { onQuote: setQuoted })} />
        <PendingReplies conversation={conversation} />
        <Writing conversation={conversation} quoted={quoted} onQuoted={() => setQuoted(undefined)} />
      </Middle>
      {side ? (
        <Side aria-label={t("conversation.details")}>
          <ConversationSide conversation={conversation} />
        </Side>
      ) : (
        <Drawer anchor="right" open={drawer} onClose={() => setDrawer(false)}>
          <Side aria-label={t("conversation.details")}>
            <ConversationSide conversation={conversation} onClose={() => setDrawer(false)} />
          </Side>
        </Drawer>
      )}
    </>
  );
}
