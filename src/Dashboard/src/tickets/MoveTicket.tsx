import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ticket, TicketNext } from "../api/types";
import { Column } from "../ui/Column";
import { Line } from "../ui/Line";
import { Panel } from "../ui/Panel";
import { useLanguage } from "../ui/useLanguage";
import { Words } from "../ui/Words";
import { TicketStepDialog } from "./TicketStepDialog";

/** Where the ticket can go from here; each step asks for what its definition asks for. */
export function MoveTicket({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [chosen, setChosen] = useState<TicketNext>();
  const steps = ticket.next.filter(({ yours }) => yours);
  const onward = steps.find(({ reopens, needsReason }) => !reopens && !needsReason);
  return (
    <Panel title={t("ticket.next")}>
      {steps.length === 0 ? (
        <Words look="muted">{t(ticket.next.length === 0 ? "ticket.ended" : "ticket.notYours")}</Words>
      ) : (
        <Column gap="snug">
          <Line>
            {steps.map((step) => (
              <Button
                key={step.to.value}
                variant={step === onward ? "contained" : "outlined"}
                color={step.needsReason && !step.reopens ? "error" : "primary"}
                onClick={() => setChosen(step)}
              >
                {step.reopens ? t("ticket.reopen") : step.to.label[language]}
              </Button>
            ))}
          </Line>
          <Words look="small">{t("ticket.clientHears")}</Words>
        </Column>
      )}
      {chosen && <TicketStepDialog ticket={ticket} step={chosen} onClose={() => setChosen(undefined)} />}
    </Panel>
  );
}
