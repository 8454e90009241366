import { useTranslation } from "react-i18next";
import { useActorName } from "../tenancy/useActorName";
import { useStaff } from "../tenancy/useAdministration";
import { exactMoment } from "../ui/formats";
import { useLanguage } from "../ui/useLanguage";
import { pseudonym } from "./pseudonym";
import { shortId } from "./shortId";
import { withoutSealed } from "./withoutSealed";

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const actor = /^(staff|client|token|system):\S+$/;
const spoken = /(^|\.)language$/;
const messageType = /^(last\.)?(type|messageType)$|^last\.kind$/;
const client = /(^|\.)(client|subject)$/;

/** A value of a state as a person reads it: moments in the viewer's zone, staff by name, clients by pseudonym, ids short, what is personal as sealed. */
export function useValueInWords(): (value: unknown, field: string) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  const actorName = useActorName();
  const staff = useStaff();
  const textInWords = (text: string, field: string) => {
    if (instant.test(text)) return exactMoment(text, language);
    if (actor.test(text)) return actorName(text);
    if (guid.test(text)) {
      if (client.test(field)) return pseudonym(text);
      return staff.data?.find((member) => member.id === text)?.name ?? shortId(text);
    }
    if (spoken.test(field)) return t(`language.${text}` as "language.id", { defaultValue: text });
    if (messageType.test(field)) return t(`message.kind.${text}` as "message.kind.text", { defaultValue: text });
    return /^[A-Z][A-Za-z]+$/.test(text) ? t(`entity.value.${text}` as "entity.value.Open", { defaultValue: text }) : shortId(text);
  };
  return (value, field) => {
    const open = withoutSealed(value, t("audit.sealed"), t("audit.erased"));
    if (open === null || open === undefined || open === "") return t("entity.nothing");
    if (typeof open === "string") return textInWords(open, field);
    if (typeof open === "boolean") return open ? t("entity.yes") : t("entity.no");
    if (Array.isArray(open) && open.length === 0) return t("entity.nothing");
    return shortId(JSON.stringify(open));
  };
}
