import Typography from "@mui/material/Typography";
import { styled } from "@mui/material/styles";
import { useTranslation } from "react-i18next";
import type { Invoice } from "../api/types";
import { Column } from "../ui/Column";
import { Money } from "../ui/Money";
import { Panel } from "../ui/Panel";
import { Words } from "../ui/Words";

const Sums = styled("dl")(({ theme }) => ({
  ...theme.typography.body2,
  margin: 0,
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr) max-content",
  rowGap: theme.spacing(2),
  "& dt": { color: theme.vars.palette.text.secondary },
  "& dd": { margin: 0, textAlign: "right" },
  "& .total": {
    fontWeight: 600,
    color: theme.vars.palette.text.primary,
    paddingTop: theme.spacing(2),
    borderTop: `1px solid ${theme.vars.palette.hub.lineStrong}`,
  },
}));

/** From the fees to what arrives on the account: tax is added to the invoice, withholding only lowers the cash. */
export function InvoiceTotals({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("invoice.totals")}>
      <Column gap="loose">
        <Sums>
          <dt>{t("invoice.fees")}</dt>
          <dd>
            <Money amount={invoice.fees} />
          </dd>
          {invoice.taxable && (
            <>
              <dt>{t("invoice.taxBase")}</dt>
              <dd>
                <Money amount={invoice.taxBase} />
              </dd>
              <dt>{t("invoice.vat")}</dt>
              <dd>
                <Money amount={invoice.vat} />
              </dd>
            </>
          )}
          <dt className="total">{t("invoice.total")}</dt>
          <dd className="total">
            <Money amount={invoice.total} />
          </dd>
          {invoice.withholding > 0 && (
            <>
              <dt>{t("invoice.withholding")}</dt>
              <dd>
                <Money amount={-invoice.withholding} />
              </dd>
              <dt className="total">{t("invoice.receivable")}</dt>
              <dd className="total">
                <Money amount={invoice.receivable} />
              </dd>
            </>
          )}
        </Sums>
        <Column gap="tight">
          <Typography variant="overline" component="h3" color="textSecondary">
            {t("invoice.inWords")}
          </Typography>
          <Words lang="id">{invoice.terbilang}</Words>
        </Column>
        {!invoice.taxable && <Words look="small">{t("invoice.notTaxable")}</Words>}
      </Column>
    </Panel>
  );
}
