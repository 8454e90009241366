import type {} from "@mui/x-date-pickers/themeAugmentation";
import type { Components, Theme } from "@mui/material/styles";

const field = { fontSize: "0.875rem" } as const;

const toneOfSeverity = { error: "critical", warning: "high", success: "good", info: "accent" } as const;

function alertTone(theme: Theme, severity: keyof typeof toneOfSeverity) {
  const tone = theme.vars.palette.tone[toneOfSeverity[severity]];
  return {
    color: theme.vars.palette.text.primary,
    backgroundColor: tone.bg,
    borderColor: tone.line,
    "& .MuiAlert-icon": { color: tone.fg },
    "& strong": { color: tone.fg },
  };
}

/** What opens over the page is told apart by its line; in the dark a shadow alone is not seen. */
const floating = (theme: Theme) => ({
  borderRadius: 8,
  border: `1px solid ${theme.vars.palette.hub.line}`,
  boxShadow: theme.vars.shadows[4],
  backgroundColor: theme.vars.palette.hub.raised,
});

/** How the parts of the library look here: fine lines instead of shadows, small radii, no ripples, a visible focus ring. */
export const components: Components<Theme> = {
  MuiCssBaseline: {
    styleOverrides: (theme) => ({
      html: { height: "100%", WebkitFontSmoothing: "antialiased" },
      body: { height: "100%", fontFeatureSettings: '"cv05", "cv11", "ss03"' },
      // Figures line up where they are compared; in running text the hyphens of tabular figures would gape.
      "time, td, .figures": { fontVariantNumeric: "tabular-nums" },
      "#root": { height: "100%" },
      "*:focus-visible": { outline: `2px solid ${theme.vars.palette.hub.focus}`, outlineOffset: 2 },
      // A dialog takes the focus as a whole when it opens; a ring round all of it says nothing.
      "[role=dialog]:focus-visible, main:focus-visible": { outline: "none" },
      "::selection": { backgroundColor: theme.vars.palette.tone.accent.line },
      a: { color: theme.vars.palette.primary.main },
      "@media (prefers-reduced-motion: reduce)": { "*": { transitionDuration: "0s !important", animationDuration: "0s !important" } },
    }),
  },
  MuiButtonBase: { defaultProps: { disableRipple: true } },
  MuiButton: {
    defaultProps: { disableElevation: true, size: "small", variant: "outlined" },
    styleOverrides: {
      root: ({ theme }) => ({
        minHeight: 32,
        padding: theme.spacing(1, 3),
        borderRadius: 6,
        whiteSpace: "nowrap",
        "&.Mui-focusVisible": { outline: `2px solid ${theme.vars.palette.hub.focus}`, outlineOffset: 2 },
        [theme.breakpoints.down("sm")]: { minHeight: 40 },
      }),
      outlined: ({ theme }) => ({
        borderColor: theme.vars.palette.hub.lineStrong,
        backgroundColor: theme.vars.palette.background.paper,
        color: theme.vars.palette.text.primary,
        "&:hover": { borderColor: theme.vars.palette.text.secondary, backgroundColor: theme.vars.palette.hub.sunken },
        "&.MuiButton-colorError": { color: theme.vars.palette.error.main },
      }),
      text: ({ theme }) => ({ padding: theme.spacing(1, 2), color: theme.vars.palette.primary.main }),
      startIcon: ({ theme }) => ({ marginRight: theme.spacing(1.5) }),
    },
  },
  MuiIconButton: {
    defaultProps: { size: "small" },
    styleOverrides: {
      root: ({ theme, ownerState }) => ({
        borderRadius: 6,
        ...(ownerState.color !== "inherit" && { color: theme.vars.palette.text.secondary }),
        [theme.breakpoints.down("sm")]: { minWidth: 40, minHeight: 40 },
      }),
    },
  },
  MuiPaper: {
    defaultProps: { elevation: 0 },
    styleOverrides: { root: { backgroundImage: "none" } },
  },
  MuiOutlinedInput: {
    styleOverrides: {
      root: ({ theme }) => ({
        ...field,
        borderRadius: 6,
        backgroundColor: theme.vars.palette.background.paper,
        "& .MuiOutlinedInput-notchedOutline": { borderColor: theme.vars.palette.hub.lineStrong },
        "&.Mui-disabled .MuiOutlinedInput-notchedOutline": { borderColor: theme.vars.palette.hub.line },
        "&.Mui-focused .MuiOutlinedInput-notchedOutline": { borderWidth: 2, borderColor: theme.vars.palette.hub.focus },
      }),
      input: ({ theme }) => ({ "&.MuiInputBase-inputSizeSmall:not(.MuiInputBase-inputMultiline)": { padding: theme.spacing(1.75, 3) } }),
      multiline: ({ theme }) => ({ padding: theme.spacing(2.5, 3) }),
    },
  },
  MuiTextField: { defaultProps: { size: "small", fullWidth: true } },
  MuiInputLabel: { styleOverrides: { root: { fontSize: "0.875rem" } } },
  MuiFormHelperText: { styleOverrides: { root: ({ theme }) => ({ marginLeft: 0, marginTop: theme.spacing(1) }) } },
  MuiMenuItem: { styleOverrides: { root: ({ theme }) => ({ ...field, minHeight: 34, padding: theme.spacing(1, 3) }) } },
  MuiMenu: {
    styleOverrides: { paper: ({ theme }) => ({ border: `1px solid ${theme.vars.palette.hub.line}`, boxShadow: theme.vars.shadows[1] }) },
  },
  MuiAutocomplete: { styleOverrides: { paper: ({ theme }) => floating(theme) } },
  MuiPickerPopper: { styleOverrides: { paper: ({ theme }) => floating(theme) } },
  MuiPickersOutlinedInput: {
    styleOverrides: {
      root: ({ theme }) => ({
        ...field,
        borderRadius: 6,
        "&.Mui-focused:not(.Mui-error) .MuiPickersOutlinedInput-notchedOutline": { borderColor: theme.vars.palette.hub.focus },
      }),
      notchedOutline: ({ theme }) => ({ borderColor: theme.vars.palette.hub.lineStrong }),
    },
  },
  MuiDialog: {
    defaultProps: { fullWidth: true, maxWidth: "sm" },
    styleOverrides: {
      paper: ({ theme }) => ({
        borderRadius: 10,
        border: `1px solid ${theme.vars.palette.hub.line}`,
        backgroundColor: theme.vars.palette.hub.raised,
        [theme.breakpoints.down("sm")]: { margin: theme.spacing(3), width: `calc(100% - ${theme.spacing(6)})` },
      }),
    },
  },
  MuiDialogTitle: {
    styleOverrides: { root: ({ theme }) => ({ ...theme.typography.h2, padding: theme.spacing(5, 5, 2) }) },
  },
  MuiDialogContent: { styleOverrides: { root: ({ theme }) => ({ padding: theme.spacing(2, 5, 4) }) } },
  MuiDialogActions: { styleOverrides: { root: ({ theme }) => ({ padding: theme.spacing(0, 5, 5), gap: theme.spacing(1) }) } },
  MuiDrawer: {
    styleOverrides: {
      paper: ({ theme }) => ({ backgroundColor: theme.vars.palette.background.paper, borderColor: theme.vars.palette.hub.line }),
    },
  },
  MuiTableCell: {
    styleOverrides: {
      root: ({ theme }) => ({
        fontSize: "0.8125rem",
        padding: theme.spacing(2, 3),
        borderColor: theme.vars.palette.hub.line,
        verticalAlign: "top",
        "&:first-of-type": { paddingLeft: theme.spacing(4) },
        "&:last-of-type": { paddingRight: theme.spacing(4) },
        "tr:last-of-type > td&": { borderBottom: 0 },
      }),
      head: ({ theme }) => ({
        ...theme.typography.caption,
        fontWeight: 600,
        color: theme.vars.palette.text.secondary,
        backgroundColor: theme.vars.palette.hub.sunken,
        whiteSpace: "nowrap",
      }),
    },
  },
  MuiTable: { styleOverrides: { root: ({ theme }) => ({ [theme.breakpoints.down("sm")]: { minWidth: 680 } }) } },
  MuiTab: {
    styleOverrides: {
      root: ({ theme }) => ({ minHeight: 40, minWidth: 0, padding: theme.spacing(0, 3), ...theme.typography.button }),
    },
  },
  MuiTabs: {
    styleOverrides: {
      root: ({ theme }) => ({ minHeight: 40, borderBottom: `1px solid ${theme.vars.palette.hub.line}` }),
      indicator: { height: 2 },
    },
  },
  MuiAlert: {
    defaultProps: { variant: "outlined" },
    styleOverrides: {
      root: ({ theme, ownerState }) => ({
        ...alertTone(theme, ownerState.severity ?? "info"),
        borderRadius: 8,
        padding: theme.spacing(1.5, 3),
        fontSize: "0.8125rem",
        alignItems: "flex-start",
      }),
      message: ({ theme }) => ({ padding: theme.spacing(1, 0), minWidth: 0, flex: 1 }),
      icon: ({ theme }) => ({ padding: theme.spacing(1.25, 0), marginRight: theme.spacing(2.5), fontSize: "1.125rem" }),
      action: ({ theme }) => ({ padding: theme.spacing(0.5, 0, 0, 2), marginRight: 0 }),
    },
  },
  MuiTooltip: {
    defaultProps: { enterDelay: 400, arrow: false },
    styleOverrides: { tooltip: { fontSize: "0.75rem", borderRadius: 6 } },
  },
  MuiSkeleton: { defaultProps: { animation: "wave" }, styleOverrides: { root: { borderRadius: 6, transform: "none" } } },
  MuiLink: { defaultProps: { underline: "hover" } },
  MuiCheckbox: { defaultProps: { size: "small" } },
  MuiBadge: {
    styleOverrides: {
      badge: ({ theme }) => ({
        ...theme.typography.caption,
        fontSize: "0.625rem",
        fontWeight: 600,
        minWidth: 16,
        height: 16,
        padding: theme.spacing(0, 1),
      }),
    },
  },
  MuiBottomNavigation: {
    styleOverrides: {
      root: ({ theme }) => ({
        backgroundColor: theme.vars.palette.background.paper,
        borderTop: `1px solid ${theme.vars.palette.hub.line}`,
      }),
    },
  },
};
