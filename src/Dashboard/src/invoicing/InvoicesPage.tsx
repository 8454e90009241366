import Button from "@mui/material/Button";
import { Plus, Receipt } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Invoice } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Empty } from "../ui/Empty";
import { End } from "../ui/End";
import { Fetched } from "../ui/Fetched";
import { Grow } from "../ui/Grow";
import { Line } from "../ui/Line";
import { Money } from "../ui/Money";
import { Page } from "../ui/Page";
import { Panel } from "../ui/Panel";
import { RowLink } from "../ui/RowLink";
import { When } from "../ui/When";
import { Words } from "../ui/Words";
import { DraftInvoiceDialog } from "./DraftInvoiceDialog";
import { toneOfInvoice } from "./invoiceStates";
import { useInvoices } from "./useInvoices";

export function InvoicesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const query = useInvoices();
  const [drafting, setDrafting] = useState(false);
  return (
    <Page
      title={t("nav.invoices")}
      lead={t("invoice.lead")}
      actions={
        may("draftInvoice") && (
          <Button startIcon={<Plus size={15} aria-hidden />} onClick={() => setDrafting(true)}>
            {t("act.draftInvoice")}
          </Button>
        )
      }
    >
      <Panel title={t("invoice.all")} flush>
        <Fetched query={query}>
          {(items) =>
            items.length === 0 ? (
              <Empty sign={Receipt} title={t("invoice.emptyTitle")} hint={t("invoice.emptyHint")} />
            ) : (
              items.map((invoice) => <InvoiceRow key={invoice.id} invoice={invoice} />)
            )
          }
        </Fetched>
      </Panel>
      {drafting && <DraftInvoiceDialog onClose={() => setDrafting(false)} />}
    </Page>
  );
}

function InvoiceRow({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation();
  return (
    <RowLink to={`/invoices/${invoice.id}`}>
      <Line firm gap="loose">
        <Grow>
          <Column gap="tight">
            <Line firm>
              <Words look="strong" cut>
                {invoice.number ?? t("invoice.unnumbered")}
              </Words>
              <Badge tone={toneOfInvoice(invoice.state)}>
                {t(`invoice.state.${invoice.state}` as "invoice.state.draft", { defaultValue: invoice.state })}
              </Badge>
            </Line>
            <Words look="muted" cut>
              {invoice.clientName && `${invoice.clientName} · `}
              {invoice.matterNumber} · {t("invoice.lines", { count: invoice.lines.length })}
            </Words>
          </Column>
        </Grow>
        <End>
          <Words look="strong">
            <Money amount={invoice.total} />
          </Words>
          <Words look="small">
            <When at={invoice.createdAt} look="day" />
          </Words>
        </End>
      </Line>
    </RowLink>
  );
}
