import { Hourglass, Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "./Badge";
import { useNow } from "./useNow";
import { serviceWindow } from "./serviceWindow";
import { timeLeft } from "./timeLeft";
import { useLanguage } from "./useLanguage";

/** How long free text is still possible: silent while there is time, counting from two hours, then closed. */
export function WindowClock({ closesAt, always = false }: { closesAt: string | null | undefined; always?: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow(15_000);
  const window = serviceWindow(closesAt, now);
  if (window.state === "closed") {
    return (
      <Badge tone="low">
        <Lock aria-hidden />
        {t("window.closed")}
      </Badge>
    );
  }
  if (window.state === "open" && !always) return null;
  return (
    <Badge tone={window.state === "closing" ? "high" : "low"}>
      <Hourglass aria-hidden />
      {t("window.left", { time: timeLeft(window.left, language, t) })}
    </Badge>
  );
}
