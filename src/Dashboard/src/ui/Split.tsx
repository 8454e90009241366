import { styled } from "@mui/material/styles";

/** A main part and a narrower one beside it; where the screen is narrow one stands under the other, the side first if it asks to act. */
export const Split = styled("div", { shouldForwardProp: (name) => name !== "sideFirst" })<{ sideFirst?: boolean }>(
  ({ theme, sideFirst = false }) => ({
    display: "grid",
    gap: theme.spacing(5),
    alignItems: "start",
    gridTemplateColumns: "minmax(0, 1fr)",
    [theme.breakpoints.up("lg")]: { gridTemplateColumns: "minmax(0, 1fr) 340px" },
    [theme.breakpoints.down("lg")]: sideFirst ? { "& > :last-child": { order: -1 } } : {},
  }),
);
