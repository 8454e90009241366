import Typography from "@mui/material/Typography";
import { styled } from "@mui/material/styles";
import { useId, type ReactNode } from "react";

const Frame = styled("section")(({ theme }) => ({
  backgroundColor: theme.vars.palette.background.paper,
  border: `1px solid ${theme.vars.palette.hub.line}`,
  borderRadius: 10,
  minWidth: 0,
  overflow: "hidden",
}));

const Head = styled("header")(({ theme }) => ({
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  justifyContent: "space-between",
  gap: theme.spacing(3),
  minHeight: 46,
  padding: theme.spacing(1, 4),
  borderBottom: `1px solid ${theme.vars.palette.hub.line}`,
  [theme.breakpoints.down("sm")]: { gap: theme.spacing(1.5, 3), paddingTop: theme.spacing(2), paddingBottom: theme.spacing(2) }, // it may hold two lines
  "& > .MuiFormControl-root": { width: "auto", minWidth: 220, margin: theme.spacing(1.5, 0) }, // a choice beside the title, not a line of its own
}));

const Body = styled("div", { shouldForwardProp: (name) => name !== "flush" })<{ flush: boolean }>(({ theme, flush }) => ({
  padding: flush ? 0 : theme.spacing(4),
}));

interface Props {
  title: ReactNode;
  action?: ReactNode;
  /** The content brings its own edges, as rows and tables do. */
  flush?: boolean;
  children: ReactNode;
}

export function Panel({ title, action, flush = false, children }: Props) {
  const heading = useId();
  return (
    <Frame aria-labelledby={heading}>
      <Head>
        <Typography id={heading} variant="h3" component="h2">
          {title}
        </Typography>
        {action}
      </Head>
      <Body flush={flush}>{children}</Body>
    </Frame>
  );
}
