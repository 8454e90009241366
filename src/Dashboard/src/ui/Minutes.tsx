import { useTranslation } from "react-i18next";
import { number } from "./formats";
import { useLanguage } from "./useLanguage";
import { Figure } from "./Figure";

export function Minutes({ minutes }: { minutes: number }) {
  const { t } = useTranslation();
  return <Figure>{t("unit.minutes", { minutes: number(minutes, useLanguage()) })}</Figure>;
}
