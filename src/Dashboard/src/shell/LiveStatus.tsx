import { styled } from "@mui/material/styles";
import { WifiOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLive } from "./useLive";

const Strip = styled("div")(({ theme }) => ({
  ...theme.typography.caption,
  display: "flex",
  alignItems: "center",
  justifyContent: "center",
  gap: theme.spacing(2),
  padding: theme.spacing(1.5, 4),
  color: theme.vars.palette.tone.high.fg,
  backgroundColor: theme.vars.palette.tone.high.bg,
  borderBottom: `1px solid ${theme.vars.palette.tone.high.line}`,
}));

/** Silent while the live line holds: only its loss needs words. */
export function LiveStatus() {
  const { t } = useTranslation();
  const state = useLive();
  return (
    <div role="status">
      {state === "lost" && (
        <Strip>
          <WifiOff size={14} aria-hidden />
          {t("live.lost")}
        </Strip>
      )}
    </div>
  );
}
