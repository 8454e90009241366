import { styled } from "@mui/material/styles";

export const Columns = styled("div")(({ theme }) => ({
  display: "grid",
  alignItems: "start",
  gap: theme.spacing(5),
  gridTemplateColumns: "repeat(2, minmax(0, 1fr))",
  [theme.breakpoints.down("lg")]: { gridTemplateColumns: "minmax(0, 1fr)", gap: theme.spacing(4) },
}));
