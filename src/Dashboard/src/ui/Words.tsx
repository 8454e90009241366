import { styled } from "@mui/material/styles";

type Weight = "strong" | "plain" | "muted" | "small";

/** Running words; `cut` keeps them on one line. */
export const Words = styled("span", { shouldForwardProp: (name) => name !== "look" && name !== "cut" })<{
  look?: Weight;
  cut?: boolean;
}>(({ theme, look = "plain", cut = false }) => ({
  minWidth: 0,
  ...(look === "small" ? theme.typography.caption : theme.typography.body2),
  fontWeight: look === "strong" ? 600 : 400,
  color: look === "muted" || look === "small" ? theme.vars.palette.text.secondary : "inherit",
  overflowWrap: "anywhere",
  ...(cut && { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", display: "block" }),
}));
