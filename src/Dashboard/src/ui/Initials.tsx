import { styled } from "@mui/material/styles";

const Disc = styled("span")(({ theme }) => ({
  ...theme.typography.caption,
  fontWeight: 600,
  display: "inline-grid",
  placeItems: "center",
  flexShrink: 0,
  width: 28,
  height: 28,
  borderRadius: "50%",
  color: theme.vars.palette.tone.accent.fg,
  backgroundColor: theme.vars.palette.tone.accent.bg,
  border: `1px solid ${theme.vars.palette.tone.accent.line}`,
}));

export function Initials({ name }: { name: string }) {
  const letters = name
    .replace(/,.*$/, "") // academic titles follow a comma
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word))
    .map((word) => word.charAt(0).toUpperCase());
  return <Disc aria-hidden>{`${letters[0] ?? "•"}${letters.length > 1 ? (letters.at(-1) ?? "") : ""}`}</Disc>;
}
