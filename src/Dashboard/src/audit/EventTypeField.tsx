import Autocomplete from "@mui/material/Autocomplete";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import known from "../texts/id.json";
import { Column } from "../ui/Column";
import { Words } from "../ui/Words";
import { eventName } from "./eventName";

const types = Object.keys(known.event);

interface Props {
  /** Stored names, separated by commas. */
  value: string;
  onChange: (types: string) => void;
}

/** Several kinds of events, found by what they are called as well as by their stored names; one that this version does not know can be typed. */
export function EventTypeField({ value, onChange }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const chosen = value.split(",").filter((type) => type !== "");
  const choose = (types: readonly string[]) => onChange([...new Set(types.map((type) => type.trim()))].join(","));
  return (
    <Autocomplete
      multiple
      freeSolo
      disableCloseOnSelect
      limitTags={1}
      size="small"
      options={types}
      clearText={t("act.clearField")}
      value={chosen}
      onChange={(_, types) => choose(types)}
      inputValue={typed}
      onInputChange={(_, text) => setTyped(text)}
      onBlur={() => {
        // What was typed and not entered is meant all the same.
        if (typed.trim() !== "") choose([...chosen, typed]);
        setTyped("");
      }}
      getOptionLabel={(type) => eventName(type, t)}
      filterOptions={(options, { inputValue }) => {
        const wanted = inputValue.trim().toLowerCase();
        return options.filter((type) => type.includes(wanted) || eventName(type, t).toLowerCase().includes(wanted));
      }}
      slotProps={{ popper: { placement: "bottom-start", sx: { minWidth: 280 } }, chip: { size: "small" } }}
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
