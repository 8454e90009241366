import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { StickyNote } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Conversation } from "../api/types";
import { Column } from "../ui/Column";
import { Grow } from "../ui/Grow";
import { Line } from "../ui/Line";
import { Problem } from "../ui/Problem";
import { Words } from "../ui/Words";
import { useStanding } from "./useStanding";

const longest = 4000;

/** Words for colleagues alone. */
export function NoteField({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const { note } = useStanding(conversation.id);
  const ready = text.trim() !== "" && text.length <= longest;
  const keep = () => {
    if (ready && !note.isPending) note.mutate(text.trim(), { onSuccess: () => setText("") });
  };
  return (
    <Column gap="snug">
      <Problem error={note.error} />
      <TextField
        multiline
        minRows={2}
        maxRows={9}
        placeholder={t("note.placeholder")}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) keep();
        }}
        error={text.length > longest}
        slotProps={{ htmlInput: { "aria-label": t("note.label") } }}
      />
      <Line spread>
        <Grow>
          <Words look="small">{t("note.hint")}</Words>
        </Grow>
        <Button
          variant="contained"
          disabled={!ready}
          loading={note.isPending}
          startIcon={<StickyNote size={15} aria-hidden />}
          onClick={keep}
        >
          {t("note.keep")}
        </Button>
      </Line>
    </Column>
  );
}
