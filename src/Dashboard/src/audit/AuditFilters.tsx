import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { styled } from "@mui/material/styles";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { AuditFilter } from "../api/endpoints";
import { DateField } from "../ui/DateField";
import { Line } from "../ui/Line";
import { EventTypeField } from "./EventTypeField";
import { auditFields } from "./auditFilter";

const Form = styled("form")(({ theme }) => ({
  display: "grid",
  alignItems: "center",
  gap: theme.spacing(3),
  gridTemplateColumns: "repeat(6, minmax(0, 1fr)) auto",
  padding: theme.spacing(4),
  borderBottom: `1px solid ${theme.vars.palette.hub.line}`,
  [theme.breakpoints.down("lg")]: { gridTemplateColumns: "repeat(3, minmax(0, 1fr))" },
  [theme.breakpoints.down("sm")]: { gridTemplateColumns: "repeat(2, minmax(0, 1fr))" },
}));

/** Filters take effect together; the address then holds them. */
export function AuditFilters({ filter }: { filter: AuditFilter }) {
  const { t } = useTranslation();
  const [, setSearch] = useSearchParams();
  const [draft, setDraft] = useState<AuditFilter>(filter);
  const some = Object.keys(filter).length > 0;
  return (
    <Form
      role="search"
      aria-label={t("audit.filters")}
      onSubmit={(event) => {
        event.preventDefault();
        setSearch(Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== "")));
      }}
    >
      {auditFields.map((field) =>
        field === "from" || field === "to" ? (
          <DateField
            key={field}
            clearable
            label={t(`audit.field.${field}`)}
            value={draft[field] ?? ""}
            onChange={(day) => setDraft({ ...draft, [field]: day })}
          />
        ) : field === "type" ? (
          <EventTypeField key={field} value={draft.type ?? ""} onChange={(type) => setDraft({ ...draft, type })} />
        ) : (
          <TextField
            key={field}
            label={t(`audit.field.${field}`)}
            value={draft[field] ?? ""}
            onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
          />
        ),
      )}
      <Line firm>
        <Button type="submit">{t("act.filter")}</Button>
        {some && (
          <Button variant="text" onClick={() => setSearch({})}>
            {t("act.clear")}
          </Button>
        )}
      </Line>
    </Form>
  );
}
