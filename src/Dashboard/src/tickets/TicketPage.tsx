import Link from "@mui/material/Link";
import { useTranslation } from "react-i18next";
import { Link as RouterLink, useParams } from "react-router";
import type { Ticket } from "../api/types";
import { Answers } from "../intakes/Answers";
import { NotFoundPage } from "../shell/NotFoundPage";
import { useMay } from "../tenancy/currentSession";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Facts } from "../ui/Facts";
import { FetchedPage } from "../ui/FetchedPage";
import { FlagBadge } from "../ui/FlagBadge";
import { Line } from "../ui/Line";
import { Page } from "../ui/Page";
import { Panel } from "../ui/Panel";
import { Split } from "../ui/Split";
import { UrgencyBadge } from "../ui/UrgencyBadge";
import { useLanguage } from "../ui/useLanguage";
import { When } from "../ui/When";
import { MoveTicket } from "./MoveTicket";
import { TicketSteps } from "./TicketSteps";
import { toneOfTicket } from "./toneOfTicket";
import { useTicket } from "./useTickets";

export function TicketPage() {
  const { id = "" } = useParams();
  const { t } = useTranslation();
  return (
    <FetchedPage query={useTicket(id)} title={t("nav.tickets")} gone={<NotFoundPage />}>
      {(ticket) => <Opened ticket={ticket} />}
    </FetchedPage>
  );
}

function Opened({ ticket: page }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay();
  const { ticket } = page;
  return (
    <Page
      title={ticket.number}
      above={
        <Link component={RouterLink} to="/tickets" variant="body2">
          {t("nav.tickets")}
        </Link>
      }
      lead={[ticket.category?.label[language], ticket.region?.label[language] ?? t("ticket.noRegion")].filter(Boolean).join(" · ")}
      actions={
        <Line>
          {ticket.urgency !== "normal" && <UrgencyBadge urgency={ticket.urgency} />}
          <Badge tone={toneOfTicket({ ...ticket, urgency: "normal" })}>{ticket.state.label[language]}</Badge>
        </Line>
      }
    >
      <Split sideFirst>
        <Column gap="loose">
          <Answers answers={page.answers} />
          <TicketSteps ticket={page} />
        </Column>
        <Column gap="loose">
          {may("moveTicket") && <MoveTicket ticket={page} />}
          <Panel title={t("ticket.facts")}>
            <Column>
              <Facts
                facts={[
                  [t("side.client"), page.clientLabel],
                  [t("intake.definition"), `${page.definitionTitle[language]} · v${page.definitionVersion}`],
                  [t("ticket.openedAt"), <When key="opened" at={ticket.openedAt} look="full" />],
                  [t("ticket.files"), page.media.length > 0 && t("ticket.filesCount", { count: page.media.length })],
                ]}
              />
              {page.flags.length > 0 && (
                <Line gap="tight">
                  {page.flags.map((flag) => (
                    <FlagBadge key={flag.id} flag={flag} />
                  ))}
                </Line>
              )}
              <Line gap="normal">
                <Link component={RouterLink} to={`/inbox/${page.conversationId}`} variant="body2">
                  {t("reply.openConversation")}
                </Link>
                <Link component={RouterLink} to={`/intakes/${page.intakeId}`} variant="body2">
                  {t("intake.open")}
                </Link>
              </Line>
            </Column>
          </Panel>
        </Column>
      </Split>
    </Page>
  );
}
