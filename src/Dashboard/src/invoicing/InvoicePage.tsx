import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import { Check, FileDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link as RouterLink, useParams } from "react-router";
import { address } from "../api/client";
import type { Invoice } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { NotFoundPage } from "../shell/NotFoundPage";
import { Badge } from "../ui/Badge";
import { FetchedPage } from "../ui/FetchedPage";
import { Line } from "../ui/Line";
import { Page } from "../ui/Page";
import { Problem } from "../ui/Problem";
import { Split } from "../ui/Split";
import { InvoiceLines } from "./InvoiceLines";
import { InvoiceTotals } from "./InvoiceTotals";
import { toneOfInvoice } from "./invoiceStates";
import { useInvoice, useInvoiceApproval } from "./useInvoices";

export function InvoicePage() {
  const { id = "" } = useParams();
  const { t } = useTranslation();
  return (
    <FetchedPage query={useInvoice(id)} title={t("nav.invoices")} gone={<NotFoundPage />}>
      {(invoice) => <Opened invoice={invoice} />}
    </FetchedPage>
  );
}

function Opened({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation();
  const may = useMay();
  const approval = useInvoiceApproval(invoice.id);
  return (
    <Page
      title={invoice.number ?? t("invoice.unnumbered")}
      above={
        <Link component={RouterLink} to="/invoices" variant="body2">
          {t("nav.invoices")}
        </Link>
      }
      lead={
        <Line>
          <Badge tone={toneOfInvoice(invoice.state)}>
            {t(`invoice.state.${invoice.state}` as "invoice.state.draft", { defaultValue: invoice.state })}
          </Badge>
          {invoice.clientName}
          <Link component={RouterLink} to={`/matters/${invoice.matterId}`} variant="body2">
            {invoice.matterNumber}
          </Link>
        </Line>
      }
      actions={
        <>
          <Button
            component="a"
            href={address(`/invoices/${invoice.id}/pdf`)}
            target="_blank"
            rel="noopener"
            startIcon={<FileDown size={15} aria-hidden />}
          >
            {t("act.openPdf")}
          </Button>
          {invoice.state === "draft" && may("approveInvoice") && (
            <Button
              variant="contained"
              startIcon={<Check size={15} aria-hidden />}
              loading={approval.isPending}
              onClick={() => approval.mutate()}
            >
              {t("act.approve")}
            </Button>
          )}
        </>
      }
    >
      <Problem error={approval.error} />
      <Split>
        <InvoiceLines lines={invoice.lines} />
        <InvoiceTotals invoice={invoice} />
      </Split>
    </Page>
  );
}
