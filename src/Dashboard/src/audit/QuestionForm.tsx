import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { styled } from "@mui/material/styles";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { AuditFilter } from "../api/endpoints";
import type { SavedQuestion } from "../api/types";
import { DateField } from "../ui/DateField";
import { Line } from "../ui/Line";
import { NameField } from "./NameField";
import { parametersOf, placeOf } from "./narrowing";
import { useStaffActors } from "./useStaffActors";

const Form = styled("form")(({ theme }) => ({
  display: "grid",
  alignItems: "center",
  gap: theme.spacing(3),
  gridTemplateColumns: "repeat(auto-fit, minmax(180px, 1fr))",
}));

/** What the question is asked for: a client, an entity, an actor, a period. The address then holds it. */
export function QuestionForm({ question, narrowing }: { question: SavedQuestion; narrowing: AuditFilter }) {
  const { t } = useTranslation();
  const [, setSearch] = useSearchParams();
  const [draft, setDraft] = useState<AuditFilter>(narrowing);
  const actors = useStaffActors();
  const parameters = parametersOf(question);
  if (parameters.length === 0) return null;
  return (
    <Form
      role="search"
      aria-label={t("audit.filters")}
      onSubmit={(event) => {
        event.preventDefault();
        setSearch(Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== "")));
      }}
    >
      {parameters.map((parameter) => {
        const place = placeOf[parameter];
        const needed = question.needs.includes(parameter);
        const label = t(`question.parameter.${parameter}`) + (needed ? " *" : "");
        const value = draft[place] ?? "";
        const change = (text: string) => setDraft((before) => ({ ...before, [place]: text.trim() }));
        if (place === "from" || place === "to") return <DateField key={place} clearable label={label} value={value} onChange={change} />;
        if (place === "actor") return <NameField key={place} label={label} known={actors} value={value} onChange={change} />;
        return <TextField key={place} size="small" label={label} value={value} onChange={(event) => change(event.target.value)} />;
      })}
      <Line>
        <Button type="submit" variant="contained">
          {t("question.ask")}
        </Button>
      </Line>
    </Form>
  );
}
