import Autocomplete from "@mui/material/Autocomplete";
import TextField from "@mui/material/TextField";
import { useTranslation } from "react-i18next";
import known from "../texts/id.json";
import { Column } from "../ui/Column";
import { Words } from "../ui/Words";
import { eventName } from "./eventName";

const types = Object.keys(known.event);

interface Props {
  value: string;
  onChange: (type: string) => void;
}

/** Found by what an event is called as well as by its stored name; a name that this version does not know can be typed. */
export function EventTypeField({ value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Autocomplete
      freeSolo
      size="small"
      options={types}
      clearText={t("act.clearField")}
      inputValue={value}
      onInputChange={(_, typed) => onChange(typed)}
      filterOptions={(options, { inputValue }) => {
        const wanted = inputValue.trim().toLowerCase();
        return options.filter((type) => type.includes(wanted) || eventName(type, t).toLowerCase().includes(wanted));
      }}
      slotProps={{ popper: { placement: "bottom-start", sx: { minWidth: 280 } } }}
      renderOption={({ key, ...props }, type) => (
        <li key={key} {...props}>
          <Column gap="none">
            <Words>{eventName(type, t)}</Words>
            <Words look="small">{type}</Words>
          </Column>
        </li>
      )}
      renderInput={(params) => <TextField {...params} label={t("audit.field.type")} />}
    />
  );
}
