import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useTranslation } from "react-i18next";
import type { IntakeFunnel } from "../api/types";
import { useLanguage } from "../ui/useLanguage";

interface Props {
  definitions: IntakeFunnel["definitions"];
  value: string | undefined;
  onChange: (key: string | undefined) => void;
}

/** Which form the funnel is of. A form of a link that nobody has used in the period stands there by its key. */
export function FormChoice({ definitions, value, onChange }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const known = value === undefined || definitions.some(({ key }) => key === value);
  return (
    <TextField
      select
      size="small"
      label={t("intake.definition")}
      value={value ?? ""}
      onChange={(event) => onChange(event.target.value || undefined)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value="">{t("intake.everyForm")}</MenuItem>
      {definitions.map(({ key, title, count }) => (
        <MenuItem key={key} value={key}>
          {`${title[language]} · ${count}`}
        </MenuItem>
      ))}
      {!known && <MenuItem value={value}>{value}</MenuItem>}
    </TextField>
  );
}
