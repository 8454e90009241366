import Button from "@mui/material/Button";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { SendHorizontal } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Id, Template, TemplateParts } from "../api/types";
import { Column } from "../ui/Column";
import { Fetched } from "../ui/Fetched";
import { Line } from "../ui/Line";
import { Problem } from "../ui/Problem";
import { Words } from "../ui/Words";
import { blanksOf, canBeTyped, isClean, toRequest, type Values } from "./filling";
import { TemplateBubble } from "./TemplateBubble";
import { useProposeTemplate, useTemplates } from "./useTemplates";

type Whole = Template & { parts: TemplateParts };

const isWhole = (template: Template): template is Whole => template.parts !== null && template.parts !== undefined;

/** Outside the window: a template is chosen, filled and proposed. What is paused or not approved is not offered. */
export function TemplateComposer({ conversation }: { conversation: Id }) {
  const { t } = useTranslation();
  return (
    <Fetched query={useTemplates()} rows={1}>
      {(templates) => {
        const offered = templates
          .filter((one) => one.sendable)
          .filter(isWhole)
          .filter((one) => canBeTyped(one.parts));
        return offered.length === 0 ? (
          <Words look="muted">{t("composer.templateNone")}</Words>
        ) : (
          <Filling conversation={conversation} offered={offered} />
        );
      }}
    </Fetched>
  );
}

function Filling({ conversation, offered }: { conversation: Id; offered: readonly Whole[] }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Id | "">("");
  const [values, setValues] = useState<Values>({});
  const propose = useProposeTemplate(conversation);
  const template = offered.find((one) => one.id === chosen);
  const blanks = template === undefined ? [] : blanksOf(template.parts);
  const ready = template !== undefined && blanks.every(({ key }) => (values[key] ?? "").trim() !== "" && isClean(values[key] ?? ""));
  const choose = (id: Id | "") => {
    setChosen(id);
    setValues({});
    propose.reset();
  };
  const submit = () => {
    if (template === undefined || !ready || propose.isPending) return;
    propose.mutate(toRequest(template, template.parts, values), { onSuccess: () => choose("") });
  };
  return (
    <Column gap="snug">
      <Problem error={propose.error} />
      <TextField
        select
        label={t("composer.template")}
        value={template === undefined ? "" : chosen}
        onChange={(event) => choose(event.target.value as Id)}
        helperText={template === undefined ? t("composer.templateHint") : undefined}
      >
        {offered.map((one) => (
          <MenuItem key={one.id} value={one.id}>
            {one.name} · {one.language}
          </MenuItem>
        ))}
      </TextField>
      {blanks.map(({ key, kind, name, example }) => {
        const value = values[key] ?? "";
        return (
          <TextField
            key={key}
            label={kind === "button" ? t("composer.templateButton", { label: name }) : t("composer.templateValue", { name })}
            placeholder={example ?? ""}
            value={value}
            error={!isClean(value)}
            helperText={isClean(value) ? undefined : t("composer.templateOneLine")}
            onChange={(event) => setValues({ ...values, [key]: event.target.value })}
          />
        );
      })}
      {template !== undefined && <TemplateBubble parts={template.parts} values={values} />}
      {template !== undefined && (
        <Line spread>
          <Words look="small">{ready ? t("composer.lawyerDecides") : t("composer.templateFill")}</Words>
          <Button
            variant="contained"
            disabled={!ready}
            loading={propose.isPending}
            startIcon={<SendHorizontal size={15} aria-hidden />}
            onClick={submit}
          >
            {t("act.propose")}
          </Button>
        </Line>
      )}
    </Column>
  );
}
