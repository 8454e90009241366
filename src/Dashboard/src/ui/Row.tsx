import { styled } from "@mui/material/styles";

/** A row of a list that leads nowhere. */
export const Row = styled("div")(({ theme }) => ({
  display: "flex",
  alignItems: "center",
  gap: theme.spacing(4),
  padding: theme.spacing(3, 4),
  borderBottom: `1px solid ${theme.vars.palette.hub.line}`,
  "&:last-child": { borderBottom: 0 },
}));
