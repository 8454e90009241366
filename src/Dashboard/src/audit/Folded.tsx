import { styled } from "@mui/material/styles";

/** What few ask for: one line until it is opened, by a click or by Enter. */
export const Folded = styled("details")(({ theme }) => ({
  ...theme.typography.caption,
  color: theme.vars.palette.text.secondary,
  "& > summary": { cursor: "pointer", width: "fit-content", padding: theme.spacing(0.5, 0), borderRadius: 4 },
  "&[open] > summary": { marginBottom: theme.spacing(1) },
}));
