import { createContext, use } from "react";
import type { Session } from "../api/types";
import { may, type Act } from "./rights";

export const CurrentSession = createContext<Session | null>(null);

/** The signed-in person; pages below the shell always have one. */
export function useCurrentSession(): Session {
  const session = use(CurrentSession);
  if (session === null) throw new Error("A page that needs a session was shown without one.");
  return session;
}

export function useMay(): (act: Act) => boolean {
  const { roles } = useCurrentSession();
  return (act) => may(roles, act);
}
