import { styled } from "@mui/material/styles";
import { List, Reply as ReplySign } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Media, OfferedList } from "../api/types";
import { FileSign } from "../conversations/FileSign";
import { Line } from "../ui/Line";
import { PhoneBubble, PhoneButtons, PhoneGround } from "../ui/PhoneBubble";
import { WhatsAppText } from "../ui/WhatsAppText";
import { Words } from "../ui/Words";

const Rows = styled("dl")(({ theme }) => ({
  ...theme.typography.body2,
  maxWidth: 420,
  margin: theme.spacing(1, 0, 0),
  padding: theme.spacing(1, 3, 2),
  borderRadius: 8,
  border: `1px solid ${theme.vars.palette.hub.line}`,
  backgroundColor: theme.vars.palette.background.paper,
  overflowWrap: "anywhere",
  "& dt": { ...theme.typography.caption, fontWeight: 600, paddingTop: theme.spacing(1.5), color: theme.vars.palette.text.secondary },
  "& dd": { margin: 0, padding: theme.spacing(1.5, 0), display: "grid" },
  "& dd + dd": { borderTop: `1px solid ${theme.vars.palette.hub.line}` },
}));

interface Props {
  text: string;
  buttons?: readonly { title: string }[] | null | undefined;
  list?: OfferedList | null | undefined;
  media?: Media | null | undefined;
}

/** A reply as it will look on the client's phone, with what can be tapped. */
export function ReplyOnPhone({ text, buttons, list, media }: Props) {
  const { t } = useTranslation();
  const sections = [...new Set(list?.rows.map((row) => row.section ?? ""))];
  return (
    <PhoneGround role="group" aria-label={t("choices.onPhone")}>
      <PhoneBubble>
        {media && (
          <Line firm>
            <FileSign mimeType={media.mimeType} />
            <Words look="strong" cut>
              {media.fileName}
            </Words>
          </Line>
        )}
        {text !== "" && (
          <span>
            <WhatsAppText>{text}</WhatsAppText>
          </span>
        )}
      </PhoneBubble>
      {buttons && buttons.length > 0 && (
        <PhoneButtons aria-label={t("message.buttons")}>
          {buttons.map(({ title }, at) => (
            <li key={at}>
              <ReplySign size={14} aria-hidden /> {title}
            </li>
          ))}
        </PhoneButtons>
      )}
      {list && (
        <>
          <PhoneButtons>
            <li>
              <List size={14} aria-hidden /> {list.button}
            </li>
          </PhoneButtons>
          <Rows>
            {sections.map((section) => [
              section !== "" && <dt key={section}>{section}</dt>,
              ...list.rows
                .filter((row) => (row.section ?? "") === section)
                .map((row, at) => (
                  <dd key={`${section}/${at}`}>
                    {row.title}
                    {row.description && <Words look="small">{row.description}</Words>}
                  </dd>
                )),
            ])}
          </Rows>
        </>
      )}
    </PhoneGround>
  );
}
