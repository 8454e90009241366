import ButtonBase from "@mui/material/ButtonBase";
import { styled } from "@mui/material/styles";

const Row = styled("div")(({ theme }) => ({
  display: "flex",
  flexWrap: "wrap",
  gap: theme.spacing(1),
}));

const Chip = styled(ButtonBase)(({ theme }) => ({
  ...theme.typography.caption,
  fontWeight: 550,
  flexShrink: 0,
  minHeight: 26,
  padding: theme.spacing(0, 2.25),
  borderRadius: 6,
  color: theme.vars.palette.text.secondary,
  border: `1px solid ${theme.vars.palette.hub.line}`,
  backgroundColor: theme.vars.palette.background.paper,
  "&:hover": { borderColor: theme.vars.palette.hub.lineStrong, color: theme.vars.palette.text.primary },
  "&[aria-pressed=true]": {
    color: theme.vars.palette.tone.accent.fg,
    backgroundColor: theme.vars.palette.tone.accent.bg,
    borderColor: theme.vars.palette.tone.accent.line,
  },
  [theme.breakpoints.down("sm")]: { minHeight: 34, padding: theme.spacing(0, 2.5) },
}));

interface Props<T extends string> {
  label: string;
  options: readonly { value: T; label: string; count?: number }[];
  value: T;
  onChange: (value: T) => void;
}

/** One of a few views of the same list. */
export function Chips<T extends string>({ label, options, value, onChange }: Props<T>) {
  return (
    <Row role="group" aria-label={label}>
      {options.map((option) => (
        <Chip key={option.value} aria-pressed={option.value === value} onClick={() => onChange(option.value)}>
          {option.label}
          {option.count !== undefined && ` ${option.count}`}
        </Chip>
      ))}
    </Row>
  );
}
