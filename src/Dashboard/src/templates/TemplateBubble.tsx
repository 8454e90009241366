import { styled } from "@mui/material/styles";
import { ExternalLink, Image, Phone, Reply } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { TemplateParts } from "../api/types";
import { WhatsAppText } from "../ui/WhatsAppText";
import { Words } from "../ui/Words";
import { fill, type Values } from "./filling";

const Ground = styled("div")(({ theme }) => ({
  padding: theme.spacing(4),
  backgroundColor: theme.vars.palette.background.default,
  borderRadius: 8,
}));

const Bubble = styled("div")(({ theme }) => ({
  ...theme.typography.body2,
  maxWidth: 420,
  padding: theme.spacing(2, 3),
  borderRadius: 10,
  borderTopLeftRadius: 3,
  border: `1px solid ${theme.vars.palette.hub.line}`,
  backgroundColor: theme.vars.palette.hub.bubbleClient,
  whiteSpace: "pre-wrap",
  overflowWrap: "anywhere",
  display: "grid",
  gap: theme.spacing(1.5),
}));

const Buttons = styled("ul")(({ theme }) => ({
  ...theme.typography.body2,
  listStyle: "none",
  margin: theme.spacing(1, 0, 0),
  padding: 0,
  maxWidth: 420,
  display: "grid",
  gap: theme.spacing(1),
  "& li": {
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    gap: theme.spacing(1.5),
    padding: theme.spacing(1.5),
    borderRadius: 8,
    border: `1px solid ${theme.vars.palette.hub.line}`,
    color: theme.vars.palette.primary.main,
    backgroundColor: theme.vars.palette.background.paper,
  },
}));

const signs: Readonly<Record<string, typeof Reply>> = { url: ExternalLink, phone_number: Phone };

/** A template as it looks on the client's phone, with the values in their places. */
export function TemplateBubble({ parts, values }: { parts: TemplateParts; values: Values }) {
  const { t } = useTranslation();
  return (
    <Ground>
      <Bubble>
        {parts.headerFormat && parts.headerFormat !== "TEXT" && (
          <Words look="muted">
            <Image size={14} aria-hidden /> {t("templates.medium", { format: parts.headerFormat.toLowerCase() })}
          </Words>
        )}
        {parts.header && <strong>{fill(parts.header, "header", values)}</strong>}
        <span>
          <WhatsAppText>{fill(parts.body, "body", values)}</WhatsAppText>
        </span>
        {parts.footer && <Words look="small">{parts.footer}</Words>}
      </Bubble>
      {parts.buttons.length > 0 && (
        <Buttons>
          {parts.buttons.map((button) => {
            const Sign = signs[button.kind] ?? Reply;
            return (
              <li key={button.label}>
                <Sign size={14} aria-hidden />
                {button.label}
              </li>
            );
          })}
        </Buttons>
      )}
    </Ground>
  );
}
