import TextField from "@mui/material/TextField";
import { useState } from "react";

const written = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/;

/** `08.00` of `08:00:00`; both languages of the screen write hours to 24. */
const shown = (time: string) => time.slice(0, 5).replace(":", ".");

interface Props {
  label: string;
  /** As `08:00:00`, or empty. */
  value: string;
  /** Empty while what is typed is no time yet. */
  onChange: (time: string) => void;
  disabled?: boolean;
}

/** A time of day to 24 hours; the browser's own field would follow its installation and say AM and PM. */
export function TimeField({ label, value, onChange, disabled = false }: Props) {
  const [text, setText] = useState(() => shown(value));
  const [left, setLeft] = useState(false);
  const parts = written.exec(text);
  return (
    <TextField
      disabled={disabled}
      value={disabled ? "" : text}
      placeholder="08.00"
      error={!disabled && left && parts === null}
      onBlur={() => setLeft(true)}
      onChange={(event) => {
        setText(event.target.value);
        const typed = written.exec(event.target.value);
        onChange(typed === null ? "" : `${(typed[1] ?? "").padStart(2, "0")}:${typed[2]}:00`);
      }}
      slotProps={{ htmlInput: { "aria-label": label, inputMode: "decimal", maxLength: 5 } }}
    />
  );
}
