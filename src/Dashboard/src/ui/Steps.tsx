import { styled } from "@mui/material/styles";

/** What happened one after the other, along a line. */
export const Steps = styled("ol")(({ theme }) => ({
  listStyle: "none",
  margin: 0,
  padding: 0,
  "& li": {
    position: "relative",
    padding: theme.spacing(0, 0, 4, 5),
    borderLeft: `1px solid ${theme.vars.palette.hub.lineStrong}`,
    marginLeft: 4,
  },
  "& li:last-child": { paddingBottom: 0, borderLeftColor: "transparent" },
  "& li::before": {
    content: '""',
    position: "absolute",
    left: -5,
    top: 6,
    width: 9,
    height: 9,
    borderRadius: "50%",
    backgroundColor: theme.vars.palette.background.paper,
    border: `2px solid ${theme.vars.palette.primary.main}`,
  },
}));
