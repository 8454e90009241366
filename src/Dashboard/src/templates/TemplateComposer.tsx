import Button from "@mui/material/Button";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { styled } from "@mui/material/styles";
import type { TFunction } from "i18next";
import { CalendarClock, SendHorizontal } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Id, Template, TemplateParts } from "../api/types";
import { momentOf, SendingTime, type Chosen } from "../conversations/SendingTime";
import { Column } from "../ui/Column";
import { Fetched } from "../ui/Fetched";
import { hoursAhead } from "../ui/formats";
import { Line } from "../ui/Line";
import { Problem } from "../ui/Problem";
import { useNow } from "../ui/useNow";
import { Words } from "../ui/Words";
import { blanksOf, canBeTyped, isClean, toRequest, type Blank, type Values } from "./filling";
import { TemplateBubble } from "./TemplateBubble";
import { languageText } from "./templateStatus";
import { useProposeTemplate, useTemplates } from "./useTemplates";

type Whole = Template & { parts: TemplateParts };

const isWhole = (template: Template): template is Whole => template.parts !== null && template.parts !== undefined;

// A template may have many blanks: they scroll, so that the conversation above and the button below stay in sight.
const Scroll = styled("div")(({ theme }) => ({
  maxHeight: "min(340px, 34dvh)",
  overflowY: "auto",
  display: "grid",
  gap: theme.spacing(3),
  padding: theme.spacing(1.5, 1, 1, 0), // the labels stand on the upper border of their fields
}));

const Blanks = styled("div")(({ theme }) => ({
  display: "grid",
  gap: theme.spacing(3),
  gridTemplateColumns: "repeat(auto-fill, minmax(min(200px, 100%), 1fr))",
}));

const labelOf = ({ kind, name }: Blank, t: TFunction): string => {
  if (kind === "button") return t("composer.templateButton", { label: name });
  return t(kind === "header" ? "composer.templateHeaderValue" : "composer.templateValue", { name });
};

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
  const [chosen, setChosen] = useState<Id>("");
  const [values, setValues] = useState<Values>({});
  const [later, setLater] = useState<Chosen>();
  const now = useNow(15_000);
  const propose = useProposeTemplate(conversation);
  const template = offered.find((one) => one.id === chosen);
  const blanks = template === undefined ? [] : blanksOf(template.parts);
  const at = later && momentOf(later, hoursAhead, now);
  const timed = later === undefined || at !== undefined;
  const ready =
    timed && template !== undefined && blanks.every(({ key }) => (values[key] ?? "").trim() !== "" && isClean(values[key] ?? ""));
  const choose = (id: Id) => {
    setChosen(id);
    setValues({});
    setLater(undefined);
    propose.reset();
  };
  const submit = () => {
    if (template === undefined || !ready || propose.isPending) return;
    propose.mutate(
      { ...toRequest(template, template.parts, values), ...(at !== undefined && { sendAt: new Date(at).toISOString() }) },
      { onSuccess: () => choose("") },
    );
  };
  return (
    <Column gap="snug">
      <Problem error={propose.error} />
      <TextField
        select
        label={t("composer.template")}
        value={template === undefined ? "" : chosen}
        onChange={(event) => choose(event.target.value)}
        helperText={template === undefined ? t("composer.templateHint") : undefined}
      >
        {offered.map((one) => (
          <MenuItem key={one.id} value={one.id}>
            {one.name} · {languageText(one.language, t)}
          </MenuItem>
        ))}
      </TextField>
      {template !== undefined && (
        <Scroll role="group" tabIndex={0} aria-label={t("composer.templateFilling")}>
          {blanks.length > 0 && (
            <Blanks>
              {blanks.map((blank) => {
                const value = values[blank.key] ?? "";
                return (
                  <TextField
                    key={blank.key}
                    label={labelOf(blank, t)}
                    placeholder={blank.example ?? ""}
                    value={value}
                    error={!isClean(value)}
                    helperText={isClean(value) ? undefined : t("composer.templateOneLine")}
                    onChange={(event) => setValues({ ...values, [blank.key]: event.target.value })}
                    slotProps={{ inputLabel: { shrink: true } }}
                  />
                );
              })}
            </Blanks>
          )}
          <TemplateBubble parts={template.parts} values={values} />
        </Scroll>
      )}
      {template !== undefined && later && <SendingTime chosen={later} valid={at !== undefined} change={setLater} />}
      {template !== undefined && (
        <Line spread>
          <Button
            variant="text"
            startIcon={<CalendarClock size={15} aria-hidden />}
            aria-expanded={later !== undefined}
            onClick={() => setLater(later === undefined ? { day: "", time: "" } : undefined)}
          >
            {later === undefined ? t("schedule.later") : t("schedule.now")}
          </Button>
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
