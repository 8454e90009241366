import { useTranslation } from "react-i18next";
import type { Ticket, TicketStep } from "../api/types";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Line } from "../ui/Line";
import { Panel } from "../ui/Panel";
import { Steps } from "../ui/Steps";
import { useLanguage } from "../ui/useLanguage";
import { When } from "../ui/When";
import { Words } from "../ui/Words";

/** How the ticket moved, and what the client was told of it; the latest first. */
export function TicketSteps({ ticket: { ticket, steps } }: { ticket: Ticket }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("ticket.course")}>
      <Steps>
        {[...steps].reverse().map((step) => (
          <Step key={step.at} step={step} />
        ))}
        <li>
          <Column gap="none">
            <Words look="strong">{t("ticket.opened", { number: ticket.number })}</Words>
            <Words look="small">
              <When at={ticket.openedAt} look="full" />
            </Words>
          </Column>
        </li>
      </Steps>
    </Panel>
  );
}

function Step({ step }: { step: TicketStep }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <li>
      <Column gap="tight">
        <Column gap="none">
          <Words look="strong">
            {step.from.label[language]} → {step.to.label[language]}
            {step.reopens && ` · ${t("ticket.reopened")}`}
          </Words>
          <Words look="small">
            {step.by} · <When at={step.at} look="full" />
          </Words>
        </Column>
        {step.reason && (
          <Words>
            {t("field.reason")}: {step.reason}
          </Words>
        )}
        {step.note && <Words>{step.note}</Words>}
        {step.told && (
          <Line gap="tight">
            <Words look="muted">
              {t(step.told.byTemplate ? "ticket.toldByTemplate" : "ticket.told")}: “{step.told.text}”
            </Words>
            {step.told.state && (
              <Badge tone={step.told.state === "blocked" || step.told.state === "failed" ? "high" : "low"}>
                {t(`message.status.${step.told.state}`)}
                {step.told.stateReason &&
                  ` · ${t(`message.gate.${step.told.stateReason}` as "message.gate.Window", { defaultValue: step.told.stateReason })}`}
              </Badge>
            )}
          </Line>
        )}
      </Column>
    </li>
  );
}
