import Typography from "@mui/material/Typography";
import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import { size } from "../theme/space";
import { Column } from "./Column";
import { Line } from "./Line";
import { useTitle } from "./useTitle";

const Sheet = styled("div")(({ theme }) => ({
  width: "100%",
  maxWidth: size.page,
  margin: "0 auto",
  padding: theme.spacing(7, 8, 12),
  display: "flex",
  flexDirection: "column",
  gap: theme.spacing(5),
  [theme.breakpoints.down("md")]: { padding: theme.spacing(5, 4, 10), gap: theme.spacing(4) },
}));

interface Props {
  title: string;
  heading?: ReactNode;
  lead?: ReactNode;
  above?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

export function Page({ title, heading, lead, above, actions, children }: Props) {
  useTitle(title);
  return (
    <Sheet>
      <Line spread gap="normal" top>
        <Column gap="tight">
          {above}
          <Typography variant="h1">{heading ?? title}</Typography>
          {lead !== undefined && (
            <Typography variant="body2" color="textSecondary" component="div">
              {lead}
            </Typography>
          )}
        </Column>
        {actions !== undefined && <Line>{actions}</Line>}
      </Line>
      {children}
    </Sheet>
  );
}
