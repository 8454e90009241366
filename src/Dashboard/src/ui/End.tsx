import { styled } from "@mui/material/styles";

/** What stands at the end of a row, its lines flush with the edge: sums, minutes, a day. */
export const End = styled("div")(({ theme }) => ({
  display: "flex",
  flexDirection: "column",
  flexShrink: 0,
  alignItems: "flex-end",
  textAlign: "right",
  gap: theme.spacing(1),
}));
