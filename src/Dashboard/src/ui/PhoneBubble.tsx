import { styled } from "@mui/material/styles";

/** What a client's phone stands on. */
export const PhoneGround = styled("div")(({ theme }) => ({
  padding: theme.spacing(4),
  backgroundColor: theme.vars.palette.background.default,
  borderRadius: 8,
}));

export const PhoneBubble = styled("div")(({ theme }) => ({
  ...theme.typography.body2,
  maxWidth: 420,
  padding: theme.spacing(2, 3),
  borderRadius: 10,
  borderTopLeftRadius: 3,
  border: `1px solid ${theme.vars.palette.hub.line}`,
  backgroundColor: theme.vars.palette.hub.bubbleClient,
  whiteSpace: "pre-wrap",
  overflowWrap: "anywhere",
  display: "grid",
  gap: theme.spacing(1.5),
}));

/** What can be tapped under a message. */
export const PhoneButtons = styled("ul")(({ theme }) => ({
  ...theme.typography.body2,
  listStyle: "none",
  margin: theme.spacing(1, 0, 0),
  padding: 0,
  maxWidth: 420,
  display: "grid",
  gap: theme.spacing(1),
  "& li": {
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    gap: theme.spacing(1.5),
    padding: theme.spacing(1.5),
    borderRadius: 8,
    border: `1px solid ${theme.vars.palette.hub.line}`,
    color: theme.vars.palette.primary.main,
    backgroundColor: theme.vars.palette.background.paper,
    overflowWrap: "anywhere",
  },
}));
