import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableContainer from "@mui/material/TableContainer";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import type { Theme } from "@mui/material/styles";
import useMediaQuery from "@mui/material/useMediaQuery";
import { Receipt } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { InvoiceLine } from "../api/types";
import { Column } from "../ui/Column";
import { Empty } from "../ui/Empty";
import { Figure } from "../ui/Figure";
import { rupiah, shortPlainDate } from "../ui/formats";
import { Grow } from "../ui/Grow";
import { Minutes } from "../ui/Minutes";
import { Money } from "../ui/Money";
import { Panel } from "../ui/Panel";
import { Row } from "../ui/Row";
import { useLanguage } from "../ui/useLanguage";
import { Words } from "../ui/Words";

export function InvoiceLines({ lines }: { lines: readonly InvoiceLine[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down("sm"));
  return (
    <Panel title={t("invoice.linesTitle")} flush>
      {lines.length === 0 ? (
        <Empty sign={Receipt} title={t("invoice.noLinesTitle")} hint={t("invoice.approvedOnly")} />
      ) : narrow ? (
        lines.map((line) => (
          <Row key={line.timeEntryId}>
            <Grow>
              <Column gap="none">
                <Words>{line.narrative ?? t("message.withheld")}</Words>
                <Words look="small">
                  {shortPlainDate(line.date, language)} · <Minutes minutes={line.minutes} /> ·{" "}
                  {t("fee.perHour", { amount: rupiah(line.rate, language) })}
                </Words>
              </Column>
            </Grow>
            <Words look="strong">
              <Money amount={line.amount} />
            </Words>
          </Row>
        ))
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
