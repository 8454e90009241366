import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { styled, type Theme } from "@mui/material/styles";
import useMediaQuery from "@mui/material/useMediaQuery";
import { ListFilter } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { AuditFilter } from "../api/endpoints";
import known from "../texts/id.json";
import { DateField } from "../ui/DateField";
import { Line } from "../ui/Line";
import { EventTypeField } from "./EventTypeField";
import { NameField } from "./NameField";
import { auditFields } from "./auditFilter";
import { streamName } from "./streamName";
import { useStaffActors } from "./useStaffActors";

const Form = styled("form")(({ theme }) => ({
  display: "grid",
  alignItems: "center",
  gap: theme.spacing(3),
  gridTemplateColumns: "repeat(4, minmax(0, 1fr))",
  padding: theme.spacing(4),
  borderBottom: `1px solid ${theme.vars.palette.hub.line}`,
  [theme.breakpoints.down("lg")]: { gridTemplateColumns: "repeat(3, minmax(0, 1fr))" },
  [theme.breakpoints.down("sm")]: { gridTemplateColumns: "minmax(0, 1fr)" },
}));

const Folded = styled("div")(({ theme }) => ({ padding: theme.spacing(3, 4), borderBottom: `1px solid ${theme.vars.palette.hub.line}` }));

/** Filters take effect together; the address then holds them. On a phone they are folded away until they are wanted. */
export function AuditFilters({ filter }: { filter: AuditFilter }) {
  const { t } = useTranslation();
  const [, setSearch] = useSearchParams();
  const [draft, setDraft] = useState<AuditFilter>(filter);
  const actors = useStaffActors();
  const kinds = Object.keys(known.stream).map((value) => ({ value, name: streamName(value, t) }));
  const some = Object.keys(filter).length > 0;
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down("sm"));
  const [unfolded, setUnfolded] = useState(some);
  if (narrow && !unfolded) {
    return (
      <Folded>
        <Button fullWidth startIcon={<ListFilter size={15} aria-hidden />} aria-expanded={false} onClick={() => setUnfolded(true)}>
          {t("audit.filters")}
        </Button>
      </Folded>
    );
  }
  return (
    <Form
      role="search"
      aria-label={t("audit.filters")}
      onSubmit={(event) => {
        event.preventDefault();
        setSearch(Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== "")));
      }}
    >
      {auditFields.map((field) => {
        const label = t(`audit.field.${field}`);
        const value = draft[field] ?? "";
        const change = (text: string) => setDraft((before) => ({ ...before, [field]: text }));
        switch (field) {
          case "from":
          case "to":
            return <DateField key={field} clearable label={label} value={value} onChange={change} />;
          case "type":
            return <EventTypeField key={field} value={value} onChange={change} />;
          case "stream":
            return (
              <NameField
                key={field}
                label={label}
                known={kinds}
                value={value}
                placeholder={t("audit.placeholder.stream")}
                onChange={change}
              />
            );
          case "actor":
            return <NameField key={field} label={label} known={actors} value={value} onChange={change} />;
          case "subject":
            return (
              <TextField
                key={field}
                label={label}
                value={value}
                placeholder={t("audit.placeholder.subject")}
                onChange={(event) => change(event.target.value)}
              />
            );
        }
      })}
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
