import { styled } from "@mui/material/styles";
import useMediaQuery from "@mui/material/useMediaQuery";
import type { Theme } from "@mui/material/styles";
import { Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, Outlet, useLocation } from "react-router";
import type { Session } from "../api/types";
import { Bell } from "../notifications/Bell";
import { CurrentSession } from "../tenancy/currentSession";
import { may } from "../tenancy/rights";
import { useSession } from "../tenancy/useSession";
import { Failed } from "../ui/Failed";
import { Loading } from "../ui/Loading";
import { BottomBar } from "./BottomBar";
import { LiveStatus } from "./LiveStatus";
import { Rail } from "./Rail";
import { rooms } from "./rooms";
import { ShortcutHelp } from "./ShortcutHelp";
import { TopBar } from "./TopBar";
import { useRoomKeys } from "./useRoomKeys";
import { useWaiting } from "./useWaiting";

const Frame = styled("div")(({ theme }) => ({
  height: "100dvh",
  display: "flex",
  backgroundColor: theme.vars.palette.hub.canvas,
  [theme.breakpoints.down("md")]: { flexDirection: "column" },
}));

const Stage = styled("div")({ flex: 1, minWidth: 0, minHeight: 0, display: "flex", flexDirection: "column" });

const Main = styled("main")({ flex: 1, minHeight: 0, overflowY: "auto", outline: "none" });

const Skip = styled("a")(({ theme }) => ({
  ...theme.typography.button,
  position: "fixed",
  top: theme.spacing(2),
  left: theme.spacing(2),
  zIndex: theme.zIndex.tooltip,
  padding: theme.spacing(2, 4),
  borderRadius: 6,
  color: theme.vars.palette.primary.contrastText,
  backgroundColor: theme.vars.palette.primary.main,
  "&:not(:focus)": { clipPath: "inset(50%)", height: 1, width: 1, overflow: "hidden", padding: 0 },
}));

/** The frame of every page behind the sign-in. */
export function Shell() {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.isPending) return <Loading />;
  if (session.isError) return <Failed error={session.error} retry={() => void session.refetch()} />;
  if (session.data === null) return <Navigate to={`/login?return=${encodeURIComponent(pathname + search)}`} replace />;
  return (
    <CurrentSession value={session.data}>
      <SignedIn session={session.data} />
    </CurrentSession>
  );
}

function SignedIn({ session }: { session: Session }) {
  const { t } = useTranslation();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down("md"));
  const open = useMemo(() => rooms.filter((room) => room.needs.some((act) => may(session.roles, act))), [session.roles]);
  const waiting = useWaiting();
  useRoomKeys(open);
  return (
    <Frame>
      <Skip href="#content">{t("nav.skip")}</Skip>
      {narrow ? <TopBar /> : <Rail rooms={open} waiting={waiting} bell={<Bell />} />}
      <Stage>
        <LiveStatus />
        <Main id="content" tabIndex={-1}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </Main>
      </Stage>
      {narrow && <BottomBar rooms={open} waiting={waiting} />}
      <ShortcutHelp rooms={open} />
    </Frame>
  );
}
