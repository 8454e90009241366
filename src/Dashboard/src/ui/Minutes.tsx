import { useTranslation } from "react-i18next";
import { number } from "./formats";
import { useLanguage } from "./useLanguage";

export function Minutes({ minutes }: { minutes: number }) {
  const { t } = useTranslation();
  return <span>{t("unit.minutes", { minutes: number(minutes, useLanguage()) })}</span>;
}
