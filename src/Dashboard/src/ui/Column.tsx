import { styled } from "@mui/material/styles";
import { space, type Space } from "../theme/space";

export const Column = styled("div", { shouldForwardProp: (name) => name !== "gap" })<{ gap?: Space }>(({ theme, gap = "normal" }) => ({
  display: "flex",
  flexDirection: "column",
  minWidth: 0,
  gap: theme.spacing(space[gap]),
}));
