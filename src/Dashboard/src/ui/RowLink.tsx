import { styled } from "@mui/material/styles";
import { Link } from "react-router";

/** A row of a list that leads to the thing itself. */
export const RowLink = styled(Link, { shouldForwardProp: (name) => name !== "chosen" })<{ chosen?: boolean }>(
  ({ theme, chosen = false }) => ({
    display: "block",
    padding: theme.spacing(2.5, 4),
    color: theme.vars.palette.text.primary,
    textDecoration: "none",
    borderBottom: `1px solid ${theme.vars.palette.hub.line}`,
    backgroundColor: chosen ? theme.vars.palette.action.selected : "transparent",
    boxShadow: chosen ? `inset 2px 0 0 ${theme.vars.palette.primary.main}` : "none",
    "&:last-child": { borderBottom: 0 },
    "&:hover": { backgroundColor: chosen ? theme.vars.palette.action.selected : theme.vars.palette.action.hover },
    "&:focus-visible": { outlineOffset: -2 },
  }),
);
