import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { size } from "../theme/space";
import { Logo } from "./Logo";
import type { Room } from "./rooms";
import { StaffMenu } from "./StaffMenu";

const Frame = styled("div")(({ theme }) => ({
  width: size.rail,
  flexShrink: 0,
  display: "flex",
  flexDirection: "column",
  gap: theme.spacing(4),
  padding: theme.spacing(4, 2.5, 3),
  color: theme.vars.palette.hub.railText,
  backgroundColor: theme.vars.palette.hub.rail,
  borderRight: `1px solid ${theme.vars.palette.hub.railLine}`,
  overflowY: "auto",
  "& nav": { flex: 1 },
  "& ul": { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: 2 },
}));

const Top = styled("div")(({ theme }) => ({
  display: "flex",
  alignItems: "center",
  justifyContent: "space-between",
  padding: theme.spacing(0, 2),
}));

const Item = styled(NavLink)(({ theme }) => ({
  ...theme.typography.body2,
  display: "flex",
  alignItems: "center",
  gap: theme.spacing(2.5),
  minHeight: 32,
  padding: theme.spacing(0, 2),
  borderRadius: 6,
  color: theme.vars.palette.hub.railMuted,
  textDecoration: "none",
  "& svg": { width: 16, height: 16, strokeWidth: 1.75, flexShrink: 0 },
  "&:hover": { color: theme.vars.palette.hub.railText },
  "&.active": { color: theme.vars.palette.hub.railText, backgroundColor: theme.vars.palette.hub.railActive, fontWeight: 550 },
}));

const Count = styled("span")(({ theme }) => ({
  ...theme.typography.caption,
  marginLeft: "auto",
  color: theme.vars.palette.hub.railText,
  backgroundColor: theme.vars.palette.hub.railActive,
  borderRadius: 4,
  padding: theme.spacing(0, 1.5),
}));

interface Props {
  rooms: readonly Room[];
  waiting: Partial<Record<Room["name"], number>>;
  bell?: ReactNode;
}

export function Rail({ rooms, waiting, bell }: Props) {
  const { t } = useTranslation();
  return (
    <Frame>
      <Top>
        <Logo />
        {bell}
      </Top>
      <nav aria-label={t("nav.label")}>
        <ul>
          {rooms.map(({ path, name, sign: Sign }) => (
            <li key={path}>
              <Item to={path} end={path === "/"}>
                <Sign aria-hidden />
                {t(`nav.${name}`)}
                {(waiting[name] ?? 0) > 0 && <Count aria-label={t("nav.waiting", { count: waiting[name] ?? 0 })}>{waiting[name]}</Count>}
              </Item>
            </li>
          ))}
        </ul>
      </nav>
      <StaffMenu />
    </Frame>
  );
}
