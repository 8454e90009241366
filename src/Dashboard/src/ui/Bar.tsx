import { styled } from "@mui/material/styles";

const Frame = styled("div")(({ theme }) => ({
  ...theme.typography.caption,
  display: "grid",
  gridTemplateColumns: "minmax(0, 1.1fr) minmax(48px, 1fr) 72px",
  alignItems: "center",
  gap: theme.spacing(2),
  "& .label": { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  "& .says": { color: theme.vars.palette.text.secondary, textAlign: "right" },
}));

const Track = styled("div")(({ theme }) => ({
  height: 6,
  borderRadius: 3,
  overflow: "hidden",
  backgroundColor: theme.vars.palette.hub.sunken,
  border: `1px solid ${theme.vars.palette.hub.line}`,
  "& > div": { height: "100%", backgroundColor: theme.vars.palette.primary.main },
}));

/** A share of the strongest, as a bar and in words. */
export function Bar({ label, share, says }: { label: string; share: number; says: string }) {
  return (
    <Frame>
      <span className="label" title={label}>
        {label}
      </span>
      <Track aria-hidden>
        <div style={{ width: `${Math.round(Math.min(Math.max(share, 0), 1) * 100)}%` }} />
      </Track>
      <span className="says">{says}</span>
    </Frame>
  );
}
