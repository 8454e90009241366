import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { styled } from "@mui/material/styles";
import { BookOpen, CalendarClock, ListChecks, Lock, Moon, Paperclip, SendHorizontal } from "lucide-react";
import { useRef, useState, type ClipboardEvent, type DragEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Conversation, Message, Suggestion } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { Column } from "../ui/Column";
import { hoursAhead, moment } from "../ui/formats";
import { Grow } from "../ui/Grow";
import { Line } from "../ui/Line";
import { Problem } from "../ui/Problem";
import { heldUntil } from "../ui/quietHours";
import { useLanguage } from "../ui/useLanguage";
import { useNow } from "../ui/useNow";
import { WindowClock } from "../ui/WindowClock";
import { Words } from "../ui/Words";
import { serviceWindow } from "../ui/serviceWindow";
import { Citations } from "../replies/Citations";
import { ReplyOnPhone } from "../replies/ReplyOnPhone";
import { TemplateComposer } from "../templates/TemplateComposer";
import { AttachmentField } from "./AttachmentField";
import { asOffered, isComplete, longestText, most, noButtons, toRequest, type Choices } from "./choices";
import { ChoicesEditor } from "./ChoicesEditor";
import { Quoted } from "./Quoted";
import { momentOf, SendingTime, type Chosen } from "./SendingTime";
import { useAttachment } from "./useAttachment";
import { useDraft, usePropose } from "./useConversations";
import { useTyping } from "./useTyping";

const Frame = styled("section")(({ theme }) => ({
  padding: theme.spacing(3, 4),
  backgroundColor: theme.vars.palette.background.paper,
  borderTop: `1px solid ${theme.vars.palette.hub.line}`,
  "&.dragged": { outline: `2px dashed ${theme.vars.palette.primary.main}`, outlineOffset: -6 },
  [theme.breakpoints.down("md")]: { padding: theme.spacing(2.5, 3), "& .steps": { display: "none" } },
}));

const windowLength = 24 * 3_600_000;
const lastMinute = 60_000;

interface Props {
  conversation: Conversation;
  /** The message that the next words answer. */
  quoted?: Message | undefined;
  onQuoted?: (() => void) | undefined;
}

/** Writes a proposal, never a message: what leaves is what a lawyer approves. Knows the 24-hour window and says so. */
export function Composer({ conversation, quoted, onQuoted }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const language = useLanguage();
  const now = useNow(15_000);
  const typing = useTyping(conversation.id);
  const [later, setLater] = useState<Chosen>();
  const [text, setText] = useState("");
  const [choices, setChoices] = useState<Choices>();
  const [dragged, setDragged] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const { attachment, attach, remove } = useAttachment(conversation.id);
  const [suggestion, setSuggestion] = useState<Suggestion>();
  const draft = useDraft(conversation.id);
  const propose = usePropose(conversation.id);
  const window = serviceWindow(conversation.windowClosesAt, now);
  const silenced = conversation.consent === "withdrawn" || conversation.consent === "refused";

  if (!may("proposeReply"))
    return (
      <Frame>
        <Words look="muted">{t("composer.notYours")}</Words>
      </Frame>
    );
  if (conversation.blocked)
    return (
      <Frame>
        <Alert severity="warning" icon={<Lock size={16} />}>
          {t("composer.blocked")}
        </Alert>
      </Frame>
    );
  if (silenced)
    return (
      <Frame>
        <Alert severity="warning" icon={<Lock size={16} />}>
          {t(`composer.consent.${conversation.consent}` as "composer.consent.refused")}
        </Alert>
      </Frame>
    );
  if (window.state === "closed") {
    return (
      <Frame>
        <Column gap="snug">
          <Alert severity="info" icon={<Lock size={16} />}>
            {t("composer.windowClosed")}
          </Alert>
          <TemplateComposer conversation={conversation.id} />
        </Column>
      </Frame>
    );
  }

  const closesAt = new Date(conversation.windowClosesAt ?? 0).getTime();
  const at = later && momentOf(later, hoursAhead, now);
  const tooLate = at !== undefined && at > closesAt - lastMinute;
  const held = conversation.urgency === "critical" ? undefined : heldUntil(at ?? now, closesAt - windowLength, hoursAhead);
  const isSound = attachment?.media?.kind === "audio";
  const longest = attachment === undefined ? longestText(choices) : most.caption;
  const complete = choices === undefined || isComplete(choices);
  const filed = attachment === undefined || (attachment.media?.state === "clean" && !(isSound && text.trim() !== ""));
  const ready =
    (text.trim() !== "" || attachment !== undefined) &&
    filed &&
    text.length <= longest &&
    complete &&
    (later === undefined || (at !== undefined && !tooLate));
  const submit = () => {
    if (!ready || propose.isPending) return;
    propose.mutate(
      {
        text: text.trim(),
        ...(suggestion !== undefined && { suggestionId: suggestion.id }),
        ...(at !== undefined && { sendAt: new Date(at).toISOString() }),
        ...(quoted !== undefined && { quotes: quoted.id }),
        ...(choices !== undefined && toRequest(choices)),
        ...(attachment?.media !== undefined && { media: attachment.media.id }),
      },
      {
        onSuccess: () => {
          setText("");
          setSuggestion(undefined);
          setLater(undefined);
          setChoices(undefined);
          remove();
          onQuoted?.();
        },
      },
    );
  };
  const ask = () =>
    draft.mutate(undefined, {
      onSuccess: (offered) => {
        setSuggestion(offered);
        setText(offered.text ?? "");
      },
    });

  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file === undefined) return false;
    setChoices(undefined);
    attach(file);
    return true;
  };
  const drag = (over: boolean) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setDragged(over);
  };

  return (
    <Frame
      aria-label={t("composer.region")}
      className={dragged ? "dragged" : undefined}
      onDragEnter={drag(true)}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        take(event.dataTransfer.files);
      }}
      onPaste={(event: ClipboardEvent) => {
        if (take(event.clipboardData.files)) event.preventDefault();
      }}
    >
      <Column gap="snug">
        <Problem error={draft.error ?? propose.error} />
        {suggestion && (
          <Alert severity="info" icon={<BookOpen size={16} />} onClose={() => setSuggestion(undefined)}>
            {t("composer.fromKnowledge")}
            <Citations citations={suggestion.citations} />
          </Alert>
        )}
        {quoted && <Quoted text={quoted.text} {...(onQuoted && { onRemove: onQuoted })} />}
        {attachment && <AttachmentField attachment={attachment} onRemove={remove} />}
        {isSound && text.trim() !== "" && <Alert severity="warning">{t("problem.codes.sound_with_words")}</Alert>}
        <TextField
          multiline
          minRows={2}
          maxRows={9}
          placeholder={t(attachment === undefined ? "composer.placeholder" : "attachment.words")}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            if (event.target.value !== "") typing();
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
          }}
          error={text.length > longest}
          slotProps={{ htmlInput: { "aria-label": t("composer.label"), maxLength: longest + 200 } }}
        />
        {choices && <ChoicesEditor choices={choices} change={setChoices} />}
        {choices && text.trim() !== "" && complete && <ReplyOnPhone text={text} {...asOffered(choices)} />}
        {later && <SendingTime chosen={later} valid={at !== undefined} change={setLater} />}
        {tooLate && (
          <Alert severity="warning">{t("schedule.windowClosed", { at: moment(new Date(closesAt).toISOString(), language) })}</Alert>
        )}
        {held !== undefined && text.trim() !== "" && !tooLate && (
          <Alert severity="info" icon={<Moon size={16} />}>
            {t("schedule.quiet", { at: moment(new Date(held).toISOString(), language) })}
          </Alert>
        )}
        <Line spread>
          <Grow>
            <Line>
              <Button variant="text" startIcon={<BookOpen size={15} aria-hidden />} loading={draft.isPending} onClick={ask}>
                {t("act.draftFromKnowledge")}
              </Button>
              <Button
                variant="text"
                startIcon={<CalendarClock size={15} aria-hidden />}
                aria-expanded={later !== undefined}
                onClick={() => setLater(later === undefined ? { day: "", time: "" } : undefined)}
              >
                {later === undefined ? t("schedule.later") : t("schedule.now")}
              </Button>
              <input
                ref={picker}
                type="file"
                hidden
                tabIndex={-1}
                aria-label={t("attachment.choose")}
                onChange={(event) => {
                  take(event.target.files);
                  event.target.value = "";
                }}
              />
              <Button variant="text" startIcon={<Paperclip size={15} aria-hidden />} onClick={() => picker.current?.click()}>
                {t("attachment.attach")}
              </Button>
              <Button
                variant="text"
                startIcon={<ListChecks size={15} aria-hidden />}
                disabled={attachment !== undefined}
                aria-expanded={choices !== undefined}
                onClick={() => setChoices(choices === undefined ? noButtons : undefined)}
              >
                {choices === undefined ? t("choices.add") : t("choices.remove")}
              </Button>
              <WindowClock closesAt={conversation.windowClosesAt} />
              {text.length > longest - 400 && (
                <Words look="small">
                  {text.length}/{longest}
                </Words>
              )}
            </Line>
          </Grow>
          <Button
            variant="contained"
            disabled={!ready}
            loading={propose.isPending}
            startIcon={<SendHorizontal size={15} aria-hidden />}
            onClick={submit}
          >
            {t("act.propose")}
          </Button>
        </Line>
        <Words className="steps" look="small">
          {may("decideReply") ? t("composer.twoSteps") : t("composer.lawyerDecides")}
        </Words>
      </Column>
    </Frame>
  );
}
