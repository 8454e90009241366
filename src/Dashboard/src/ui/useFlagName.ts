import { useTranslation } from "react-i18next";

/** A firm writes its own flags: one without words here shows its name, made readable. */
export function useFlagName(): (id: string) => string {
  const { t } = useTranslation();
  return (id) => t(`flags.${id}` as "flags.DETAINED", { defaultValue: readable(id) });
}

function readable(id: string): string {
  const words = id.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
