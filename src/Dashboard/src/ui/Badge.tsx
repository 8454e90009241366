import { styled } from "@mui/material/styles";
import type { ToneName } from "../theme/palette";

/** A short state in words on its tone; the words carry the meaning, the colour only helps to find it. */
export const Badge = styled("span", { shouldForwardProp: (name) => name !== "tone" })<{ tone?: ToneName }>(
  ({ theme, tone = "normal" }) => ({
    ...theme.typography.caption,
    display: "inline-flex",
    alignItems: "center",
    gap: theme.spacing(1),
    flexShrink: 0,
    fontWeight: 550,
    lineHeight: "18px",
    padding: theme.spacing(0, 1.5),
    borderRadius: 4,
    whiteSpace: "nowrap",
    color: theme.vars.palette.tone[tone].fg,
    backgroundColor: theme.vars.palette.tone[tone].bg,
    border: `1px solid ${theme.vars.palette.tone[tone].line}`,
    "& svg": { width: 12, height: 12, strokeWidth: 2.25 },
  }),
);
