import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";

const List = styled("dl")(({ theme }) => ({
  display: "grid",
  gridTemplateColumns: "fit-content(42%) minmax(0, 1fr)",
  gap: theme.spacing(1.5, 4),
  margin: 0,
  ...theme.typography.body2,
  "& dt": { minWidth: 84, color: theme.vars.palette.text.secondary },
  "& dd": { margin: 0, overflowWrap: "anywhere" },
}));

const Pair = styled("div")({ display: "contents" });

/** Names and their values; a value that is not there is left out. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <List>
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== false && value !== "")
        .map(([name, value]) => (
          <Pair key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Pair>
        ))}
    </List>
  );
}
