import Typography from "@mui/material/Typography";
import { styled } from "@mui/material/styles";
import type { LucideIcon } from "lucide-react";
import { Inbox } from "lucide-react";
import type { ReactNode } from "react";

const Frame = styled("div")(({ theme }) => ({
  display: "flex",
  flexDirection: "column",
  alignItems: "center",
  textAlign: "center",
  gap: theme.spacing(1),
  padding: theme.spacing(9, 5),
  color: theme.vars.palette.text.secondary,
  "& svg": { width: 26, height: 26, strokeWidth: 1.4, marginBottom: theme.spacing(1) },
  "& p": { maxWidth: 380 },
}));

const Below = styled("div")(({ theme }) => ({ marginTop: theme.spacing(2) }));

/** Nothing here, and a sentence that says why or what to do. */
export function Empty({ title, hint, sign: Sign = Inbox, action }: { title: string; hint: string; sign?: LucideIcon; action?: ReactNode }) {
  return (
    <Frame>
      <Sign aria-hidden />
      <Typography variant="h3" component="p" color="textPrimary">
        {title}
      </Typography>
      <Typography variant="body2">{hint}</Typography>
      {action !== undefined && <Below>{action}</Below>}
    </Frame>
  );
}
