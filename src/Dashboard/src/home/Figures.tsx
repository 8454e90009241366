import Skeleton from "@mui/material/Skeleton";
import { styled } from "@mui/material/styles";
import { Link } from "react-router";
import type { ToneName } from "../theme/palette";

const Row = styled("ul")(({ theme }) => ({
  listStyle: "none",
  margin: 0,
  padding: 0,
  display: "grid",
  gridTemplateColumns: "repeat(6, minmax(0, 1fr))",
  borderRadius: 10,
  overflow: "hidden",
  border: `1px solid ${theme.vars.palette.hub.line}`,
  backgroundColor: theme.vars.palette.hub.line,
  gap: 1,
  [theme.breakpoints.down("md")]: { gridTemplateColumns: "repeat(2, minmax(0, 1fr))" },
}));

const Cell = styled(Link, { shouldForwardProp: (name) => name !== "tone" })<{ tone: ToneName | undefined }>(({ theme, tone }) => ({
  display: "flex",
  flexDirection: "column",
  gap: theme.spacing(1),
  height: "100%",
  padding: theme.spacing(3.5, 4),
  textDecoration: "none",
  color: theme.vars.palette.text.primary,
  backgroundColor: theme.vars.palette.background.paper,
  "&:hover": { backgroundColor: theme.vars.palette.hub.sunken },
  "&:focus-visible": { outlineOffset: -3 },
  "& .value": { ...theme.typography.figure, ...(tone && { color: theme.vars.palette.tone[tone].fg }) },
  "& .name": { ...theme.typography.body2, color: theme.vars.palette.text.secondary },
}));

export interface Figure {
  name: string;
  value: number | undefined;
  to: string;
  tone?: ToneName;
}

export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <Row>
      {figures.map(({ name, value, to, tone }) => (
        <li key={name}>
          <Cell to={to} tone={value === undefined || value === 0 ? undefined : tone}>
            <span className="value">{value ?? <Skeleton width={28} />}</span>
            <span className="name">{name}</span>
          </Cell>
        </li>
      ))}
    </Row>
  );
}
