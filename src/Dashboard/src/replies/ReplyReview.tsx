import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { styled } from "@mui/material/styles";
import { Pencil } from "lucide-react";
import { useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";
import type { Reply } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { MediaCard } from "../conversations/MediaCard";
import { Quoted } from "../conversations/Quoted";
import { Column } from "../ui/Column";
import { Facts } from "../ui/Facts";
import { Line } from "../ui/Line";
import { Panel } from "../ui/Panel";
import { useKeys } from "../ui/useKeys";
import { When } from "../ui/When";
import { WindowClock } from "../ui/WindowClock";
import { WhatsAppText } from "../ui/WhatsAppText";
import { Words } from "../ui/Words";
import { Citations } from "./Citations";
import { Difference } from "./Difference";
import { ReplyDecision } from "./ReplyDecision";
import { ReplyOnPhone } from "./ReplyOnPhone";

const Quote = styled("blockquote")(({ theme }) => ({
  ...theme.typography.body1,
  margin: 0,
  padding: theme.spacing(2, 3),
  borderRadius: 8,
  whiteSpace: "pre-wrap",
  backgroundColor: theme.vars.palette.hub.sunken,
  border: `1px solid ${theme.vars.palette.hub.line}`,
}));

const Text = styled("p")(({ theme }) => ({ ...theme.typography.body1, margin: 0, whiteSpace: "pre-wrap", overflowWrap: "anywhere" }));

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Column gap="tight">
      <Typography variant="overline" component="h3" color="textSecondary">
        {title}
      </Typography>
      {children}
    </Column>
  );
}

interface Props {
  reply: Reply;
  onDecided: () => void;
  /** What the key approves instead of this reply alone. */
  onApproveKey?: (() => void) | undefined;
}

/** One reply with all a lawyer must see before it leaves, and the decision under it. */
export function ReplyReview({ reply, onDecided, onApproveKey }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const decision = useRef<HTMLDivElement>(null);
  const [edit, setEdit] = useState<string>();
  const [rejecting, setRejecting] = useState(false);
  const text = edit ?? reply.text ?? "";
  const mayDecide = may("decideReply");

  useKeys({
    e: () => mayDecide && setEdit(reply.text ?? ""),
    r: () => mayDecide && setRejecting(true),
    // The button knows what still stands against an approval; a disabled one ignores the click.
    a: onApproveKey ?? (() => decision.current?.querySelector<HTMLButtonElement>("button.MuiButton-contained")?.click()),
  });

  return (
    <Panel
      title={reply.clientLabel}
      action={
        <Line>
          <WindowClock closesAt={reply.windowClosesAt} always />
          <Link component={RouterLink} to={`/inbox/${reply.conversationId}`} variant="body2">
            {t("reply.openConversation")}
          </Link>
        </Line>
      }
    >
      <Column gap="loose">
        {reply.lastInbound && (
          <Part title={t("reply.lastInbound")}>
            <Quote>{reply.lastInbound}</Quote>
          </Part>
        )}
        {reply.quotes && (
          <Part title={t("quote.label")}>
            <Quoted text={reply.quotes.text} />
          </Part>
        )}
        {reply.media && (
          <Part title={t("attachment.label")}>
            <MediaCard media={reply.media} kind={t("attachment.label")} />
          </Part>
        )}
        <Part title={edit === undefined ? t("reply.text") : t("reply.editing")}>
          {edit === undefined ? (
            reply.suggestionText && reply.suggestionText !== text ? (
              <Difference before={reply.suggestionText} after={text} />
            ) : (
              <Text>
                {reply.text === "" ? (
                  <Words look="muted">{t("attachment.withoutWords")}</Words>
                ) : (
                  <WhatsAppText>{reply.text ?? t("message.withheld")}</WhatsAppText>
                )}
              </Text>
            )
          ) : (
            <Column gap="snug">
              <TextField
                autoFocus
                multiline
                minRows={5}
                value={edit}
                onChange={(event) => setEdit(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key === "Escape") setEdit(undefined);
                }}
                slotProps={{ htmlInput: { "aria-label": t("reply.editing") } }}
                helperText={t("reply.editHint")}
              />
              {edit !== reply.text && (
                <Quote as="div">
                  <Difference before={reply.text ?? ""} after={edit} />
                </Quote>
              )}
            </Column>
          )}
          {mayDecide && (
            <div>
              <Button
                variant="text"
                startIcon={<Pencil size={14} aria-hidden />}
                onClick={() => setEdit(edit === undefined ? (reply.text ?? "") : undefined)}
              >
                {edit === undefined ? t("act.edit") : t("act.discardEdit")}
              </Button>
            </div>
          )}
        </Part>
        {(reply.media || (text !== "" && (reply.buttons || reply.list))) && (
          <Part title={t("choices.onPhone")}>
            <ReplyOnPhone text={text} buttons={reply.buttons} list={reply.list} media={reply.media} />
          </Part>
        )}
        {reply.source === "suggestion" && (
          <Part title={t("reply.citations")}>
            <Citations citations={reply.citations} />
          </Part>
        )}
        <Facts
          facts={[
            [t("reply.by"), reply.proposedBy.name],
            [t("reply.at"), <When key="at" at={reply.proposedAt} look="full" />],
            [t("schedule.leavesAt"), reply.sendAt && <When key="sendAt" at={reply.sendAt} look="full" />],
            [t("reply.from"), t(`reply.source.${reply.source}`)],
          ]}
        />
        <div ref={decision}>
          <ReplyDecision
            reply={reply}
            {...(edit !== undefined && { finalText: edit })}
            rejecting={rejecting}
            onRejecting={setRejecting}
            onDecided={onDecided}
          />
        </div>
        <Words look="small">{t("reply.exactWords")}</Words>
      </Column>
    </Panel>
  );
}
