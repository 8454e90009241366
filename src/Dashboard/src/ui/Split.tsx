import { styled } from "@mui/material/styles";

/** A main part and a narrower one beside it; one under the other where the screen is narrow. */
export const Split = styled("div")(({ theme }) => ({
  display: "grid",
  gap: theme.spacing(5),
  alignItems: "start",
  gridTemplateColumns: "minmax(0, 1fr)",
  [theme.breakpoints.up("lg")]: { gridTemplateColumns: "minmax(0, 1fr) 340px" },
}));
