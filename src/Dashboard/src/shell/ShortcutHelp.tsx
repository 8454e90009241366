import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Typography from "@mui/material/Typography";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Column } from "../ui/Column";
import { Facts } from "../ui/Facts";
import { Key } from "../ui/Key";
import { Line } from "../ui/Line";
import type { Room } from "./rooms";

const asked = "hub:shortcuts";

/** Any part of the screen may ask for the help; the shell alone shows it. */
export function openShortcuts(): void {
  window.dispatchEvent(new Event(asked));
}

const pageKeys = [
  ["j", "next"],
  ["k", "previous"],
  ["a", "approve"],
  ["e", "edit"],
  ["r", "reject"],
  ["x", "select"],
] as const;

export function ShortcutHelp({ rooms }: { rooms: readonly Room[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const show = () => setOpen(true);
    window.addEventListener(asked, show);
    return () => window.removeEventListener(asked, show);
  }, []);
  return (
    <Dialog open={open} onClose={() => setOpen(false)} aria-labelledby="shortcuts">
      <DialogTitle id="shortcuts">{t("shortcuts.title")}</DialogTitle>
      <DialogContent>
        <Column gap="loose">
          <Column gap="snug">
            <Typography variant="h3">{t("shortcuts.everywhere")}</Typography>
            <Facts
              facts={[
                [t("shortcuts.help"), <Key key="help">?</Key>],
                ...rooms.map(
                  (room) =>
                    [
                      t(`nav.${room.name}`),
                      <Line key={room.key} gap="tight">
                        <Key>g</Key>
                        <Key>{room.key}</Key>
                      </Line>,
                    ] as const,
                ),
              ]}
            />
          </Column>
          <Column gap="snug">
            <Typography variant="h3">{t("shortcuts.lists")}</Typography>
            <Facts facts={pageKeys.map(([key, name]) => [t(`shortcuts.${name}`), <Key key={key}>{key}</Key>] as const)} />
          </Column>
        </Column>
      </DialogContent>
      <DialogActions>
        <Button onClick={() => setOpen(false)}>{t("act.close")}</Button>
      </DialogActions>
    </Dialog>
  );
}
