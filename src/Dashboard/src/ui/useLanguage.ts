import { useTranslation } from "react-i18next";
import { screenLanguage, type ScreenLanguage } from "../texts/i18n";

export function useLanguage(): ScreenLanguage {
  return screenLanguage(useTranslation().i18n.language);
}
