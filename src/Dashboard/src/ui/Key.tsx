import { styled } from "@mui/material/styles";

export const Key = styled("kbd")(({ theme }) => ({
  ...theme.typography.code,
  display: "inline-block",
  minWidth: 20,
  textAlign: "center",
  padding: theme.spacing(0, 1),
  borderRadius: 4,
  color: theme.vars.palette.text.secondary,
  border: `1px solid ${theme.vars.palette.hub.lineStrong}`,
  borderBottomWidth: 2,
  backgroundColor: theme.vars.palette.hub.sunken,
}));
