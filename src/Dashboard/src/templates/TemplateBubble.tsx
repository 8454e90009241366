import { ExternalLink, Image, Phone, Reply } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { TemplateParts } from "../api/types";
import { PhoneBubble, PhoneButtons, PhoneGround } from "../ui/PhoneBubble";
import { WhatsAppText } from "../ui/WhatsAppText";
import { Words } from "../ui/Words";
import { fill, type Values } from "./filling";

const signs: Readonly<Record<string, typeof Reply>> = { url: ExternalLink, phone_number: Phone };

/** A template as it looks on the client's phone, with the values in their places. */
export function TemplateBubble({ parts, values }: { parts: TemplateParts; values: Values }) {
  const { t } = useTranslation();
  return (
    <PhoneGround>
      <PhoneBubble>
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
      </PhoneBubble>
      {parts.buttons.length > 0 && (
        <PhoneButtons>
          {parts.buttons.map((button) => {
            const Sign = signs[button.kind] ?? Reply;
            return (
              <li key={button.label}>
                <Sign size={14} aria-hidden />
                {button.label}
              </li>
            );
          })}
        </PhoneButtons>
      )}
    </PhoneGround>
  );
}
