import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableContainer from "@mui/material/TableContainer";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import { Receipt } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { InvoiceLine } from "../api/types";
import { Empty } from "../ui/Empty";
import { Figure } from "../ui/Figure";
import { shortPlainDate } from "../ui/formats";
import { Minutes } from "../ui/Minutes";
import { Money } from "../ui/Money";
import { Panel } from "../ui/Panel";
import { useLanguage } from "../ui/useLanguage";

export function InvoiceLines({ lines }: { lines: readonly InvoiceLine[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Panel title={t("invoice.linesTitle")} flush>
      {lines.length === 0 ? (
        <Empty sign={Receipt} title={t("invoice.noLinesTitle")} hint={t("invoice.approvedOnly")} />
      ) : (
        <TableContainer tabIndex={0} role="group" aria-label={t("invoice.linesTitle")}>
          <Table>
            <TableHead>
              <TableRow>
                <TableCell>{t("field.date")}</TableCell>
                <TableCell>{t("field.narrative")}</TableCell>
                <TableCell align="right">{t("field.minutes")}</TableCell>
                <TableCell align="right">{t("invoice.rate")}</TableCell>
                <TableCell align="right">{t("invoice.amount")}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {lines.map((line) => (
                <TableRow key={line.timeEntryId}>
                  <TableCell>
                    <Figure>{shortPlainDate(line.date, language)}</Figure>
                  </TableCell>
                  <TableCell>{line.narrative ?? t("message.withheld")}</TableCell>
                  <TableCell align="right">
                    <Minutes minutes={line.minutes} />
                  </TableCell>
                  <TableCell align="right">
                    <Money amount={line.rate} />
                  </TableCell>
                  <TableCell align="right">
                    <Money amount={line.amount} />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </Panel>
  );
}
