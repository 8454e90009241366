/** A foreground, a ground and a line that belong together; foreground on ground has at least 4.5:1 in both schemes. */
export interface Tone {
  fg: string;
  bg: string;
  line: string;
}

export type ToneName = "critical" | "high" | "normal" | "low" | "good" | "accent";

export interface HubColours {
  canvas: string;
  sunken: string;
  raised: string;
  line: string;
  lineStrong: string;
  rail: string;
  railText: string;
  railMuted: string;
  railActive: string;
  railLine: string;
  bubbleClient: string;
  bubbleFirm: string;
  bubbleScript: string;
  inserted: string;
  removed: string;
  focus: string;
}

export const light = {
  mode: "light",
  primary: { main: "#0f5262", dark: "#0a3e4b", light: "#3c7b89", contrastText: "#ffffff" },
  error: { main: "#a3211f", dark: "#84170f", light: "#c5544f", contrastText: "#ffffff" },
  warning: { main: "#8a4b00", contrastText: "#ffffff" },
  success: { main: "#1f6a45", contrastText: "#ffffff" },
  info: { main: "#0f5262", contrastText: "#ffffff" },
  text: { primary: "#1b2226", secondary: "#5a6369", disabled: "#858c90" },
  background: { default: "#f7f6f3", paper: "#ffffff" },
  divider: "#e5e1da",
  action: { hover: "rgba(27, 34, 38, 0.045)", selected: "rgba(15, 82, 98, 0.08)", disabled: "#8a9094", disabledBackground: "#ebe8e2" },
  hub: {
    canvas: "#f7f6f3",
    sunken: "#f1efea",
    raised: "#ffffff",
    line: "#e5e1da",
    lineStrong: "#cdc7bc",
    rail: "#0d2730",
    railText: "#e6eef0",
    railMuted: "#9fb5bc",
    railActive: "rgba(255, 255, 255, 0.1)",
    railLine: "rgba(255, 255, 255, 0.1)",
    bubbleClient: "#ffffff",
    bubbleFirm: "#dfecee",
    bubbleScript: "#f1efea",
    inserted: "#d5ecdc",
    removed: "#f8dcd8",
    focus: "#1a7f95",
  },
  tone: {
    critical: { fg: "#9a1c1a", bg: "#fbeae7", line: "#efc5be" },
    high: { fg: "#834700", bg: "#fcf0db", line: "#ecd3a5" },
    normal: { fg: "#45525a", bg: "#eef0ef", line: "#d8dcdb" },
    low: { fg: "#5f676c", bg: "#f5f3ef", line: "#e5e1da" },
    good: { fg: "#1b6140", bg: "#e5f2ea", line: "#bcdcc9" },
    accent: { fg: "#0f5262", bg: "#e2eef0", line: "#b9d5da" },
  },
} as const;

export const dark = {
  mode: "dark",
  primary: { main: "#74bccb", dark: "#59a6b6", light: "#9bd3de", contrastText: "#06232b" },
  error: { main: "#f0938b", dark: "#e2766d", light: "#f5b0aa", contrastText: "#33090a" },
  warning: { main: "#e8b567", contrastText: "#2c1b00" },
  success: { main: "#7fc8a0", contrastText: "#06281a" },
  info: { main: "#74bccb", contrastText: "#06232b" },
  text: { primary: "#e7e9e7", secondary: "#a2adb2", disabled: "#717d83" },
  background: { default: "#0f1518", paper: "#151d21" },
  divider: "#283338",
  action: {
    hover: "rgba(231, 233, 231, 0.055)",
    selected: "rgba(116, 188, 203, 0.13)",
    disabled: "#6d797f",
    disabledBackground: "#222c31",
  },
  hub: {
    canvas: "#0f1518",
    sunken: "#11181b",
    raised: "#1a2328",
    line: "#283338",
    lineStrong: "#3a474d",
    rail: "#0a1114",
    railText: "#dfe7e9",
    railMuted: "#8fa3aa",
    railActive: "rgba(116, 188, 203, 0.14)",
    railLine: "rgba(255, 255, 255, 0.08)",
    bubbleClient: "#1c262b",
    bubbleFirm: "#173740",
    bubbleScript: "#141b1f",
    inserted: "#1d4430",
    removed: "#532826",
    focus: "#74bccb",
  },
  tone: {
    critical: { fg: "#f5a9a2", bg: "#3a1d1c", line: "#5f2f2c" },
    high: { fg: "#eec27d", bg: "#352914", line: "#57441f" },
    normal: { fg: "#b9c4c9", bg: "#212b30", line: "#344047" },
    low: { fg: "#a2adb2", bg: "#182024", line: "#283338" },
    good: { fg: "#93d3af", bg: "#16301f", line: "#27503a" },
    accent: { fg: "#8dcbd8", bg: "#16313a", line: "#25505c" },
  },
} as const;

declare module "@mui/material/styles" {
  interface Palette {
    hub: HubColours;
    tone: Record<ToneName, Tone>;
  }
  interface PaletteOptions {
    hub?: HubColours;
    tone?: Record<ToneName, Tone>;
  }
}
