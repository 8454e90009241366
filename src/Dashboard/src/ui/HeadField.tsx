import { styled } from "@mui/material/styles";

/** Room for one field in a panel's head: as wide as what is chosen, not as the panel. */
export const HeadField = styled("div")(({ theme }) => ({
  width: 240,
  padding: theme.spacing(2, 0),
  [theme.breakpoints.down("sm")]: { width: "100%", padding: theme.spacing(1, 0, 2) },
}));
