export const sans = '"Inter Variable", system-ui, sans-serif';
export const serif = '"Source Serif 4 Variable", Georgia, serif';
export const mono = 'ui-monospace, "SFMono-Regular", "DejaVu Sans Mono", Menlo, monospace';

export const typography = {
  fontFamily: sans,
  fontSize: 14,
  h1: { fontFamily: serif, fontWeight: 600, fontSize: "1.625rem", lineHeight: 1.25, letterSpacing: "-0.012em" },
  h2: { fontFamily: serif, fontWeight: 600, fontSize: "1.1875rem", lineHeight: 1.3, letterSpacing: "-0.008em" },
  h3: { fontWeight: 600, fontSize: "0.875rem", lineHeight: 1.4, letterSpacing: "-0.003em" },
  body1: { fontSize: "0.875rem", lineHeight: 1.5 },
  body2: { fontSize: "0.8125rem", lineHeight: 1.5 },
  caption: { fontSize: "0.75rem", lineHeight: 1.4 },
  overline: { fontSize: "0.6875rem", fontWeight: 600, lineHeight: 1.5, letterSpacing: "0.055em", textTransform: "uppercase" },
  button: { fontSize: "0.8125rem", fontWeight: 550, textTransform: "none", letterSpacing: 0 },
  figure: { fontFamily: serif, fontWeight: 600, fontSize: "1.75rem", lineHeight: 1.1, fontVariantNumeric: "tabular-nums lining-nums" },
  code: { fontFamily: mono, fontSize: "0.75rem", lineHeight: 1.55 },
} as const;

declare module "@mui/material/styles" {
  interface TypographyVariants {
    figure: React.CSSProperties;
    code: React.CSSProperties;
  }
  interface TypographyVariantsOptions {
    figure?: React.CSSProperties;
    code?: React.CSSProperties;
  }
}

declare module "@mui/material/Typography" {
  interface TypographyPropsVariantOverrides {
    figure: true;
    code: true;
  }
}
