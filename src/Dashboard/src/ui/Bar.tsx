import { styled } from "@mui/material/styles";

const Frame = styled("div")(({ theme }) => ({
  ...theme.typography.caption,
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr) auto",
  alignItems: "baseline",
  gap: theme.spacing(0.5, 3),
  "& .label": { overflowWrap: "anywhere" },
  "& .says": { color: theme.vars.palette.text.secondary, whiteSpace: "nowrap" },
}));

const Track = styled("div", { shouldForwardProp: (name) => name !== "share" })<{ share: number }>(({ theme, share }) => ({
  gridColumn: "1 / -1",
  height: 4,
  borderRadius: 2,
  overflow: "hidden",
  backgroundColor: theme.vars.palette.hub.line,
  "&::before": {
    content: '""',
    display: "block",
    height: "100%",
    borderRadius: 2,
    width: `${Math.round(Math.min(Math.max(share, 0), 1) * 100)}%`,
    backgroundColor: theme.vars.palette.primary.main,
  },
}));

/** A share of the strongest, as a bar and in words. */
export function Bar({ label, share, says }: { label: string; share: number; says: string }) {
  return (
    <Frame>
      <span className="label">{label}</span>
      <span className="says">{says}</span>
      <Track aria-hidden share={share} />
    </Frame>
  );
}
