import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { speak } from "../texts/i18n";
import { useLanguage } from "../ui/useLanguage";

export function LanguageSwitch() {
  const { t } = useTranslation();
  const language = useLanguage();
  const other = language === "id" ? "en" : "id";
  return (
    <Button variant="text" lang={other} onClick={() => void speak(other)}>
      {t("act.otherLanguage")}
    </Button>
  );
}
