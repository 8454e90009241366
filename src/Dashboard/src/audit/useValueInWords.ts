import { useTranslation } from "react-i18next";
import { exactMoment } from "../ui/formats";
import { useLanguage } from "../ui/useLanguage";
import { shortId } from "./shortId";
import { withoutSealed } from "./withoutSealed";

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** A value of a state as a person reads it: moments in the viewer's zone, ids short, what is personal as sealed. */
export function useValueInWords(): (value: unknown) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (value) => {
    const open = withoutSealed(value, t("audit.sealed"), t("audit.erased"));
    if (open === null || open === undefined || open === "") return t("entity.nothing");
    if (typeof open === "string") return instant.test(open) ? exactMoment(open, language) : shortId(open);
    if (Array.isArray(open) && open.length === 0) return t("entity.nothing");
    return shortId(JSON.stringify(open));
  };
}
