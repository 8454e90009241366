import Button from "@mui/material/Button";
import { styled } from "@mui/material/styles";
import TextField from "@mui/material/TextField";
import { Paperclip, SendHorizontal } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DryRun, DryRunInput } from "../api/types";
import { Words } from "../ui/Words";

const Frame = styled("div")(({ theme }) => ({
  display: "flex",
  flexDirection: "column",
  width: "100%",
  maxWidth: 420,
  height: "66vh",
  margin: "0 auto",
  borderInline: `1px solid ${theme.vars.palette.hub.line}`,
  backgroundColor: theme.vars.palette.hub.sunken,
}));

const Lines = styled("ol")(({ theme }) => ({
  listStyle: "none",
  flex: 1,
  minHeight: 0,
  margin: 0,
  padding: theme.spacing(4),
  overflow: "auto",
  display: "flex",
  flexDirection: "column",
  gap: theme.spacing(2),
}));

const Bubble = styled("li", { shouldForwardProp: (name) => name !== "own" })<{ own: boolean }>(({ theme, own }) => ({
  ...theme.typography.body2,
  maxWidth: "86%",
  alignSelf: own ? "flex-end" : "flex-start",
  padding: theme.spacing(2, 3),
  borderRadius: 10,
  whiteSpace: "pre-wrap",
  overflowWrap: "anywhere",
  border: `1px solid ${theme.vars.palette.hub.line}`,
  backgroundColor: own ? theme.vars.palette.hub.bubbleFirm : theme.vars.palette.hub.bubbleClient,
  "& .choices": { display: "flex", flexDirection: "column", gap: theme.spacing(1), marginTop: theme.spacing(2) },
  "& .choices button": { justifyContent: "flex-start", textAlign: "left" },
}));

const Composer = styled("form")(({ theme }) => ({
  display: "flex",
  alignItems: "center",
  gap: theme.spacing(1),
  padding: theme.spacing(2),
  borderTop: `1px solid ${theme.vars.palette.hub.line}`,
  backgroundColor: theme.vars.palette.background.paper,
}));

interface Props {
  run: DryRun;
  pending: boolean;
  onSay: (input: DryRunInput) => void;
}

/** The phone of a client who is none. Only the last question's choices can be pressed, as an old button would not be taken. */
export function DryRunPhone({ run, pending, onSay }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const lines = useRef<HTMLOListElement>(null);
  const isOpen = run.state === "running";
  const last = run.lines.length - 1;
  useEffect(() => {
    if (lines.current) lines.current.scrollTop = lines.current.scrollHeight;
  }, [run.lines.length]);
  return (
    <Frame>
      <Lines ref={lines} aria-live="polite" aria-label={t("questionTree.phone")}>
        {run.lines.map((line, index) => (
          <Bubble key={index} own={line.fromClient}>
            {line.text}
            {line.choices.length > 0 && (
              <div className="choices">
                {line.choices.map((choice) => (
                  <Button
                    key={choice.id}
                    size="small"
                    variant="outlined"
                    disabled={!isOpen || index !== last || pending}
                    onClick={() => onSay({ choice: choice.id })}
                  >
                    {choice.title}
                    {choice.description && ` · ${choice.description}`}
                  </Button>
                ))}
              </div>
            )}
          </Bubble>
        ))}
        {!isOpen && (
          <li>
            <Words look="small">{t(`questionTree.run.${run.state}`)}</Words>
          </li>
        )}
      </Lines>
      <Composer
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === "" || pending) return;
          onSay({ text });
          setText("");
        }}
      >
        <TextField
          size="small"
          fullWidth
          disabled={!isOpen}
          placeholder={t("questionTree.say")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          slotProps={{ htmlInput: { "aria-label": t("questionTree.say") } }}
        />
        <Button
          type="button"
          aria-label={t("questionTree.sendFile")}
          disabled={!isOpen || pending}
          onClick={() => onSay({ file: "document" })}
        >
          <Paperclip size={16} aria-hidden />
        </Button>
        <Button type="submit" variant="contained" aria-label={t("questionTree.send")} disabled={!isOpen || pending || text.trim() === ""}>
          <SendHorizontal size={16} aria-hidden />
        </Button>
      </Composer>
    </Frame>
  );
}
