import { styled } from "@mui/material/styles";
import { Bell } from "../notifications/Bell";
import { Logo } from "./Logo";

const Frame = styled("header")(({ theme }) => ({
  flexShrink: 0,
  display: "flex",
  alignItems: "center",
  justifyContent: "space-between",
  padding: theme.spacing(1.5, 4),
  color: theme.vars.palette.hub.railText,
  backgroundColor: theme.vars.palette.hub.rail,
}));

/** On a phone: whose place this is, and the bell. */
export function TopBar() {
  return (
    <Frame>
      <Logo />
      <Bell />
    </Frame>
  );
}
