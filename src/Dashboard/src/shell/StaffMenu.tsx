import ButtonBase from "@mui/material/ButtonBase";
import Divider from "@mui/material/Divider";
import ListItemIcon from "@mui/material/ListItemIcon";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { styled, useColorScheme } from "@mui/material/styles";
import { Keyboard, Languages, LogOut, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { speak } from "../texts/i18n";
import { useCurrentSession } from "../tenancy/currentSession";
import { useSignOut } from "../tenancy/useSession";
import { Initials } from "../ui/Initials";
import { useLanguage } from "../ui/useLanguage";
import { openShortcuts } from "./ShortcutHelp";

const Trigger = styled(ButtonBase)(({ theme }) => ({
  display: "flex",
  alignItems: "center",
  justifyContent: "flex-start",
  gap: theme.spacing(2.5),
  textAlign: "left",
  padding: theme.spacing(2),
  borderRadius: 8,
  minWidth: 0,
  "&:hover": { backgroundColor: theme.vars.palette.hub.railActive },
  "& .who": { minWidth: 0, display: "flex", flexDirection: "column" },
  "& .name": {
    ...theme.typography.body2,
    lineHeight: 1.35,
    fontWeight: 550,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  "& .role": {
    ...theme.typography.caption,
    color: theme.vars.palette.hub.railMuted,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
}));

export function StaffMenu() {
  const { t } = useTranslation();
  const session = useCurrentSession();
  const signOut = useSignOut();
  const language = useLanguage();
  const { mode, systemMode, setMode } = useColorScheme();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const dark = (mode === "system" ? systemMode : mode) === "dark";
  const close = () => setAnchor(null);
  return (
    <>
      <Trigger aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>
        <Initials name={session.name} />
        <span className="who">
          <span className="name">{session.name}</span>
          <span className="role">
            {session.roles.map((role) => t(`role.${role}`)).join(", ")} · {session.firmName}
          </span>
        </span>
      </Trigger>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        anchorOrigin={{ vertical: "top", horizontal: "left" }}
        transformOrigin={{ vertical: "bottom", horizontal: "left" }}
      >
        <MenuItem onClick={() => void speak(language === "id" ? "en" : "id").then(close)}>
          <ListItemIcon>
            <Languages size={16} aria-hidden />
          </ListItemIcon>
          {t("act.otherLanguage")}
        </MenuItem>
        <MenuItem
          onClick={() => {
            setMode(dark ? "light" : "dark");
            close();
          }}
        >
          <ListItemIcon>{dark ? <Sun size={16} aria-hidden /> : <Moon size={16} aria-hidden />}</ListItemIcon>
          {dark ? t("act.lightScheme") : t("act.darkScheme")}
        </MenuItem>
        <MenuItem
          onClick={() => {
            close();
            openShortcuts();
          }}
        >
          <ListItemIcon>
            <Keyboard size={16} aria-hidden />
          </ListItemIcon>
          {t("shortcuts.title")}
        </MenuItem>
        <Divider />
        <MenuItem disabled={signOut.isPending} onClick={() => signOut.mutate()}>
          <ListItemIcon>
            <LogOut size={16} aria-hidden />
          </ListItemIcon>
          {t("act.signOut")}
        </MenuItem>
      </Menu>
    </>
  );
}
