import { styled } from "@mui/material/styles";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Conversation, Message } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { Chips } from "../ui/Chips";
import { Composer } from "./Composer";
import { NoteField } from "./NoteField";

type For = "client" | "colleagues";

const Choice = styled("div")(({ theme }) => ({
  padding: theme.spacing(2.5, 4, 0),
  backgroundColor: theme.vars.palette.background.paper,
  borderTop: `1px solid ${theme.vars.palette.hub.line}`,
  "& + section": { borderTop: 0 },
  [theme.breakpoints.down("md")]: { padding: theme.spacing(2, 3, 0) },
}));

const Frame = styled("section")(({ theme }) => ({
  padding: theme.spacing(3, 4),
  backgroundColor: theme.vars.palette.background.paper,
  [theme.breakpoints.down("md")]: { padding: theme.spacing(2.5, 3) },
}));

interface Props {
  conversation: Conversation;
  quoted: Message | undefined;
  onQuoted: () => void;
}

/** Whom the next words are for is chosen before they are written, so that a note is never proposed to a client. */
export function Writing({ conversation, quoted, onQuoted }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const [to, setTo] = useState<For>("client");
  if (!may("readContent")) return <Composer conversation={conversation} />;
  return (
    <>
      <Choice>
        <Chips
          label={t("note.for")}
          options={[
            { value: "client", label: t("note.toClient") },
            { value: "colleagues", label: t("note.toColleagues") },
          ]}
          value={to}
          onChange={setTo}
        />
      </Choice>
      {to === "client" ? (
        <Composer conversation={conversation} quoted={quoted} onQuoted={onQuoted} />
      ) : (
        <Frame aria-label={t("note.label")}>
          <NoteField conversation={conversation} />
        </Frame>
      )}
    </>
  );
}
