import Badge from "@mui/material/Badge";
import IconButton from "@mui/material/IconButton";
import Popover from "@mui/material/Popover";
import { Bell as BellSign } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { BellList } from "./BellList";
import { useChime } from "./useChime";
import { useSound, useUnseen } from "./useNotifications";

/** How many things wait unseen for whoever is signed in; what presses is heard as well. */
export function Bell() {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const unseen = useUnseen();
  const sound = useSound();
  useChime(unseen.data, sound.on);
  const count = unseen.data?.length ?? 0;
  return (
    <>
      <IconButton
        color="inherit"
        size="small"
        aria-label={count > 0 ? t("bell.waiting", { count }) : t("bell.title")}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Badge color="error" badgeContent={count} max={99}>
          <BellSign size={18} strokeWidth={1.75} aria-hidden />
        </Badge>
      </IconButton>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: "bottom", horizontal: "left" }}
        slotProps={{ paper: { role: "dialog", "aria-label": t("bell.title") } }}
      >
        <BellList sound={sound} unseen={unseen.data ?? []} close={() => setAnchor(null)} />
      </Popover>
    </>
  );
}
