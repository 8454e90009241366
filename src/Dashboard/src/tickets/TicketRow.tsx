import { useTranslation } from "react-i18next";
import type { TicketSummary } from "../api/types";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { End } from "../ui/End";
import { Grow } from "../ui/Grow";
import { Line } from "../ui/Line";
import { RowLink } from "../ui/RowLink";
import { UrgencyBadge } from "../ui/UrgencyBadge";
import { useLanguage } from "../ui/useLanguage";
import { When } from "../ui/When";
import { Words } from "../ui/Words";
import { toneOfTicket } from "./toneOfTicket";

export function TicketRow({ ticket }: { ticket: TicketSummary }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <RowLink to={`/tickets/${ticket.id}`}>
      <Line firm gap="loose">
        <Grow>
          <Column gap="tight">
            <Line gap="tight">
              <Words look="strong">{ticket.category?.label[language] ?? t("ticket.noCategory")}</Words>
              {!ticket.isClosed && ticket.urgency === "critical" && <UrgencyBadge urgency={ticket.urgency} />}
            </Line>
            <Words look="muted" cut>
              {ticket.number} · {ticket.region?.label[language] ?? t("ticket.noRegion")}
            </Words>
          </Column>
        </Grow>
        <End>
          <Badge tone={toneOfTicket({ ...ticket, urgency: "normal" })}>{ticket.state.label[language]}</Badge>
          <Words look="small">
            <When at={ticket.openedAt} />
          </Words>
        </End>
      </Line>
    </RowLink>
  );
}
