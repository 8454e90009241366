import Button from "@mui/material/Button";
import { styled } from "@mui/material/styles";
import { Upload } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { GrowthTable } from "../api/types";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Fetched } from "../ui/Fetched";
import { number } from "../ui/formats";
import { Grow } from "../ui/Grow";
import { Panel } from "../ui/Panel";
import { Problem } from "../ui/Problem";
import { Row } from "../ui/Row";
import { useLanguage } from "../ui/useLanguage";
import { When } from "../ui/When";
import { Words } from "../ui/Words";
import { useGrowthTables, useImportTable } from "./usePacks";

const Note = styled("div")(({ theme }) => ({ padding: theme.spacing(3, 4), borderBottom: `1px solid ${theme.vars.palette.hub.line}` }));

/** The four WHO tables: the firm brings its own files, and each is checked whole before it counts. */
export function GrowthTables() {
  const { t } = useTranslation();
  return (
    <Panel title={t("growth.title")} flush>
      <Note>
        <Words look="muted">{t("growth.lead")}</Words>
      </Note>
      <Fetched query={useGrowthTables()} rows={4}>
        {(tables) => tables.map((table) => <TableRow key={table.indicator} table={table} />)}
      </Fetched>
    </Panel>
  );
}

function TableRow({ table }: { table: GrowthTable }) {
  const { t } = useTranslation();
  const upload = useImportTable();
  const language = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  const act = table.importedAt ? "growth.replace" : "growth.import";
  const name = t(`growth.${table.indicator}` as "growth.weight_for_age", { defaultValue: table.indicator });
  return (
    <Row>
      <Grow>
        <Column gap="tight">
          <Words look="strong">{name}</Words>
          <Words look="small">
            {table.importedAt ? (
              <>
                {t("growth.rows", { count: table.rows ?? 0, rows: number(table.rows ?? 0, language) })} ·{" "}
                <When at={table.importedAt} look="full" /> · SHA-256 {table.sha256?.slice(0, 12)}…
              </>
            ) : (
              t("growth.expects", { column: table.column, first: table.first, last: table.last })
            )}
          </Words>
          <Problem error={upload.error} />
        </Column>
      </Grow>
      <Badge tone={table.importedAt ? "good" : "low"}>{t(table.importedAt ? "growth.imported" : "growth.absent")}</Badge>
      <Button
        startIcon={<Upload size={15} aria-hidden />}
        loading={upload.isPending}
        aria-label={`${t(act)}: ${name}`}
        onClick={() => field.current?.click()}
      >
        {t(act)}
      </Button>
      <input
        ref={field}
        hidden
        type="file"
        accept=".csv,text/csv"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) upload.mutate({ indicator: table.indicator, file });
        }}
      />
    </Row>
  );
}
