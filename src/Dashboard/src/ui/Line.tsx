import { styled } from "@mui/material/styles";
import { space, type Space } from "../theme/space";

interface Looks {
  gap?: Space;
  spread?: boolean;
  top?: boolean;
  firm?: boolean;
}

/** Things side by side; they wrap unless `firm`. */
export const Line = styled("div", { shouldForwardProp: (name) => !["gap", "spread", "top", "firm"].includes(String(name)) })<Looks>(
  ({ theme, gap = "snug", spread = false, top = false, firm = false }) => ({
    display: "flex",
    flexWrap: firm ? "nowrap" : "wrap",
    minWidth: 0,
    alignItems: top ? "flex-start" : "center",
    justifyContent: spread ? "space-between" : "flex-start",
    gap: theme.spacing(space[gap]),
  }),
);
