import { OctagonAlert, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Urgency } from "../api/types";
import { Badge } from "./Badge";

/** Every urgency has its own word, the pressing ones a sign too, so that no colour is needed to tell them apart. */
export function UrgencyBadge({ urgency }: { urgency: Urgency }) {
  const { t } = useTranslation();
  return (
    <Badge tone={urgency}>
      {urgency === "critical" && <OctagonAlert aria-hidden />}
      {urgency === "high" && <TriangleAlert aria-hidden />}
      {t(`urgency.${urgency}`)}
    </Badge>
  );
}
