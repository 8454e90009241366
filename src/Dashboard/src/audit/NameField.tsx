import Autocomplete from "@mui/material/Autocomplete";
import TextField from "@mui/material/TextField";
import { useTranslation } from "react-i18next";
import { Column } from "../ui/Column";
import { Words } from "../ui/Words";

export interface Known {
  value: string;
  name: string;
}

interface Props {
  label: string;
  known: readonly Known[];
  value: string;
  placeholder?: string;
  onChange: (value: string) => void;
}

/** A stored value that can be found by what it is called, or typed. */
export function NameField({ label, known, value, placeholder, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Autocomplete
      freeSolo
      size="small"
      options={known.map((one) => one.value)}
      clearText={t("act.clearField")}
      inputValue={value}
      onInputChange={(_, typed) => onChange(typed)}
      filterOptions={(options, { inputValue }) => {
        const wanted = inputValue.trim().toLowerCase();
        return options.filter((option) => option.toLowerCase().includes(wanted) || nameOf(option, known).toLowerCase().includes(wanted));
      }}
      slotProps={{ popper: { placement: "bottom-start", sx: { minWidth: 280 } } }}
      renderOption={({ key, ...props }, option) => (
        <li key={key} {...props}>
          <Column gap="none">
            <Words>{nameOf(option, known)}</Words>
            <Words look="small">{option}</Words>
          </Column>
        </li>
      )}
      renderInput={(params) => <TextField {...params} label={label} {...(placeholder !== undefined && { placeholder })} />}
    />
  );
}

function nameOf(value: string, known: readonly Known[]): string {
  return known.find((one) => one.value === value)?.name ?? value;
}
