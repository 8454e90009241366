import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import TextField from "@mui/material/TextField";
import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import { styled } from "@mui/material/styles";
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Column } from "../ui/Column";
import { Grow } from "../ui/Grow";
import { Line } from "../ui/Line";
import { Words } from "../ui/Words";
import { most, noButtons, noRows, rowCount, type Choices, type Section } from "./choices";

// Ten rows are more than fits: they scroll, so that the words above and the button below stay in sight.
const Frame = styled("div")(({ theme }) => ({
  display: "grid",
  gap: theme.spacing(3),
  maxHeight: "min(300px, 36dvh)",
  overflowY: "auto",
  padding: theme.spacing(3),
  borderRadius: 8,
  border: `1px solid ${theme.vars.palette.hub.line}`,
  backgroundColor: theme.vars.palette.hub.sunken,
}));

const Row = styled("div")(({ theme }) => ({
  display: "grid",
  alignItems: "start",
  gap: theme.spacing(1.5),
  gridTemplateColumns: "minmax(0, 2fr) minmax(0, 3fr) auto",
  [theme.breakpoints.down("sm")]: { gridTemplateColumns: "minmax(0, 1fr) auto", "& > :nth-of-type(2)": { gridRow: 2 } },
}));

interface Props {
  choices: Choices;
  change: (choices: Choices) => void;
}

/** Buttons or a list for the client to tap, within what WhatsApp shows. */
export function ChoicesEditor({ choices, change }: Props) {
  const { t } = useTranslation();
  return (
    <Frame role="group" aria-label={t("choices.label")}>
      <Line spread>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={choices.kind}
          aria-label={t("choices.kind")}
          onChange={(_, kind: Choices["kind"] | null) => kind && kind !== choices.kind && change(kind === "buttons" ? noButtons : noRows)}
        >
          <ToggleButton value="buttons">{t("choices.buttons")}</ToggleButton>
          <ToggleButton value="list">{t("choices.list")}</ToggleButton>
        </ToggleButtonGroup>
        <Words look="small">{t(choices.kind === "buttons" ? "choices.buttonsHint" : "choices.listHint")}</Words>
      </Line>
      {choices.kind === "buttons" ? (
        <Titles titles={choices.titles} change={(titles) => change({ kind: "buttons", titles })} />
      ) : (
        <Column gap="snug">
          <Short
            label={t("choices.listButton")}
            value={choices.button}
            longest={most.buttonTitle}
            change={(button) => change({ ...choices, button })}
          />
          <Sections sections={choices.sections} change={(sections) => change({ ...choices, sections })} />
        </Column>
      )}
    </Frame>
  );
}

function Titles({ titles, change }: { titles: readonly string[]; change: (titles: string[]) => void }) {
  const { t } = useTranslation();
  return (
    <Column gap="snug">
      {titles.map((title, at) => (
        <Line key={at} firm top>
          <Grow>
            <Short
              label={t("choices.button", { at: at + 1 })}
              value={title}
              longest={most.buttonTitle}
              alike={title.trim() !== "" && titles.some((other, place) => place !== at && other.trim() === title.trim())}
              change={(changed) => change(titles.with(at, changed))}
            />
          </Grow>
          <Remove
            label={t("choices.removeButton", { at: at + 1 })}
            disabled={titles.length === 1}
            onClick={() => change(titles.toSpliced(at, 1))}
          />
        </Line>
      ))}
      {titles.length < most.buttons && <Add label={t("choices.addButton")} onClick={() => change([...titles, ""])} />}
    </Column>
  );
}

function Sections({ sections, change }: { sections: readonly Section[]; change: (sections: Section[]) => void }) {
  const { t } = useTranslation();
  const full = rowCount(sections) >= most.rows;
  return (
    <>
      {sections.map((section, at) => (
        <Column key={at} gap="snug">
          {sections.length > 1 && (
            <Line firm top>
              <Grow>
                <Short
                  label={t("choices.section", { at: at + 1 })}
                  value={section.title}
                  longest={most.section}
                  change={(title) => change(sections.with(at, { ...section, title }))}
                />
              </Grow>
              <Remove label={t("choices.removeSection", { at: at + 1 })} onClick={() => change(sections.toSpliced(at, 1))} />
            </Line>
          )}
          {section.rows.map((row, place) => {
            const put = (changed: Partial<typeof row>) =>
              change(sections.with(at, { ...section, rows: section.rows.with(place, { ...row, ...changed }) }));
            return (
              <Row key={place}>
                <Short
                  label={t("choices.row", { at: place + 1 })}
                  value={row.title}
                  longest={most.rowTitle}
                  change={(title) => put({ title })}
                />
                <Short
                  label={t("choices.description")}
                  value={row.description}
                  longest={most.rowDescription}
                  change={(description) => put({ description })}
                />
                <Remove
                  label={t("choices.removeRow", { at: place + 1 })}
                  disabled={section.rows.length === 1}
                  onClick={() => change(sections.with(at, { ...section, rows: section.rows.toSpliced(place, 1) }))}
                />
              </Row>
            );
          })}
          {!full && (
            <Add
              label={t("choices.addRow")}
              onClick={() => change(sections.with(at, { ...section, rows: [...section.rows, { title: "", description: "" }] }))}
            />
          )}
        </Column>
      ))}
      {!full && (
        <Add label={t("choices.addSection")} onClick={() => change([...sections, { title: "", rows: [{ title: "", description: "" }] }])} />
      )}
    </>
  );
}

interface ShortProps {
  label: string;
  value: string;
  longest: number;
  alike?: boolean;
  change: (value: string) => void;
}

/** A short text that says how much room is left once that becomes little. */
function Short({ label, value, longest, alike = false, change }: ShortProps) {
  const { t } = useTranslation();
  const length = value.trim().length;
  return (
    <TextField
      fullWidth
      size="small"
      label={label}
      value={value}
      error={length > longest || alike}
      helperText={alike ? t("choices.alike") : length > longest * 0.7 ? `${length}/${longest}` : undefined}
      onChange={(event) => change(event.target.value)}
    />
  );
}

function Add({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <div>
      <Button variant="text" size="small" startIcon={<Plus size={14} aria-hidden />} onClick={onClick}>
        {label}
      </Button>
    </div>
  );
}

function Remove({ label, disabled = false, onClick }: { label: string; disabled?: boolean; onClick: () => void }) {
  return (
    <IconButton aria-label={label} disabled={disabled} onClick={onClick}>
      <X size={15} aria-hidden />
    </IconButton>
  );
}
