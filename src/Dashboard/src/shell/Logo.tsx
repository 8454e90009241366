import { styled } from "@mui/material/styles";

const Frame = styled("span")(({ theme }) => ({
  ...theme.typography.h2,
  fontSize: "1.0625rem",
  display: "inline-flex",
  alignItems: "center",
  gap: theme.spacing(2.5),
  whiteSpace: "nowrap",
  "& svg": { flexShrink: 0 },
}));

/** A pair of brackets round a speech mark: the record that holds what was said. */
export function Logo({ small = false }: { small?: boolean }) {
  return (
    <Frame>
      <svg width="26" height="26" viewBox="0 0 32 32" role="img" aria-label="Lawyers.Hub">
        <rect width="32" height="32" rx="7" fill="#1c6b7c" />
        <path d="M11 7H8.5v18H11M21 7h2.5v18H21" fill="none" stroke="#ffffff" strokeWidth="2.2" strokeLinecap="square" />
        <path d="M12.5 12.5h7v5.2h-3.1l-2.4 2.3v-2.3h-1.5z" fill="#f0c987" />
      </svg>
      {!small && <span aria-hidden>Lawyers.Hub</span>}
    </Frame>
  );
}
