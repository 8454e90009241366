import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { styled } from "@mui/material/styles";
import { BookOpen, Lock, SendHorizontal } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Conversation, Suggestion } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { Column } from "../ui/Column";
import { Grow } from "../ui/Grow";
import { Line } from "../ui/Line";
import { Problem } from "../ui/Problem";
import { useNow } from "../ui/useNow";
import { WindowClock } from "../ui/WindowClock";
import { Words } from "../ui/Words";
import { serviceWindow } from "../ui/serviceWindow";
import { Citations } from "../replies/Citations";
import { TemplateComposer } from "../templates/TemplateComposer";
import { useDraft, usePropose } from "./useConversations";

const Frame = styled("section")(({ theme }) => ({
  padding: theme.spacing(3, 4),
  backgroundColor: theme.vars.palette.background.paper,
  borderTop: `1px solid ${theme.vars.palette.hub.line}`,
  [theme.breakpoints.down("md")]: { padding: theme.spacing(2.5, 3), "& .steps": { display: "none" } },
}));

const longest = 4096;

/** Writes a proposal, never a message: what leaves is what a lawyer approves. Knows the 24-hour window and says so. */
export function Composer({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const may = useMay();
  const now = useNow(15_000);
  const [text, setText] = useState("");
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

  const ready = text.trim() !== "" && text.length <= longest;
  const submit = () => {
    if (!ready || propose.isPending) return;
    propose.mutate(
      { text: text.trim(), ...(suggestion !== undefined && { suggestionId: suggestion.id }) },
      {
        onSuccess: () => {
          setText("");
          setSuggestion(undefined);
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

  return (
    <Frame aria-label={t("composer.region")}>
      <Column gap="snug">
        <Problem error={draft.error ?? propose.error} />
        {suggestion && (
          <Alert severity="info" icon={<BookOpen size={16} />} onClose={() => setSuggestion(undefined)}>
            {t("composer.fromKnowledge")}
            <Citations citations={suggestion.citations} />
          </Alert>
        )}
        <TextField
          multiline
          minRows={2}
          maxRows={9}
          placeholder={t("composer.placeholder")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
          }}
          error={text.length > longest}
          slotProps={{ htmlInput: { "aria-label": t("composer.label"), maxLength: longest + 200 } }}
        />
        <Line spread>
          <Grow>
            <Line>
              <Button variant="text" startIcon={<BookOpen size={15} aria-hidden />} loading={draft.isPending} onClick={ask}>
                {t("act.draftFromKnowledge")}
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
