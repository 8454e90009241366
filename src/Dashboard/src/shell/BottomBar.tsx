import Badge from "@mui/material/Badge";
import BottomNavigation from "@mui/material/BottomNavigation";
import BottomNavigationAction from "@mui/material/BottomNavigationAction";
import Drawer from "@mui/material/Drawer";
import { styled } from "@mui/material/styles";
import { Menu } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import type { Room } from "./rooms";
import { Rail } from "./Rail";

const Bar = styled("nav")(({ theme }) => ({
  flexShrink: 0,
  paddingBottom: "env(safe-area-inset-bottom)",
  backgroundColor: theme.vars.palette.background.paper,
  "& .MuiBottomNavigationAction-root": { minWidth: 0, padding: theme.spacing(1.5, 0), color: theme.vars.palette.text.secondary },
  "& .Mui-selected": { color: theme.vars.palette.primary.main },
  "& .MuiBottomNavigationAction-label": { ...theme.typography.caption, fontSize: "0.6875rem", marginTop: theme.spacing(0.5) },
  "& .MuiBottomNavigationAction-label.Mui-selected": { fontSize: "0.6875rem", fontWeight: 600 },
}));

const Whole = styled("div")({ display: "flex", height: "100%", "& > *": { width: 280 } });

const first = 4;

/** On a phone: the rooms of the daily round under the thumb, the others in a drawer. */
export function BottomBar({ rooms, waiting }: { rooms: readonly Room[]; waiting: Partial<Record<Room["name"], number>> }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const [openedAt, setOpenedAt] = useState(pathname);
  if (open && openedAt !== pathname) setOpen(false); // a link in the drawer was followed
  const near = rooms.slice(0, first);
  const current = near.find(({ path }) => (path === "/" ? pathname === "/" : pathname.startsWith(path)))?.path ?? false;
  return (
    <>
      <Bar aria-label={t("nav.label")}>
        <BottomNavigation showLabels value={current}>
          {near.map(({ path, name, sign: Sign }) => (
            <BottomNavigationAction
              key={path}
              value={path}
              component={Link}
              to={path}
              label={t(`nav.${name}`)}
              aria-current={current === path ? "page" : undefined}
              icon={
                <Badge color="error" badgeContent={waiting[name] ?? 0} max={99}>
                  <Sign size={19} strokeWidth={1.75} aria-hidden />
                </Badge>
              }
            />
          ))}
          <BottomNavigationAction
            label={t("nav.more")}
            value="more"
            aria-haspopup="dialog"
            aria-expanded={open}
            onClick={() => {
              setOpenedAt(pathname);
              setOpen(true);
            }}
            icon={<Menu size={19} strokeWidth={1.75} aria-hidden />}
          />
        </BottomNavigation>
      </Bar>
      <Drawer anchor="left" open={open} onClose={() => setOpen(false)}>
        <Whole>
          <Rail rooms={rooms} waiting={waiting} />
        </Whole>
      </Drawer>
    </>
  );
}
