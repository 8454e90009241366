import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { conversations } from "../api/endpoints";
import { queryKeys } from "../api/queryKeys";
import type { Id, Person } from "../api/types";

const again = 20_000;

/** Says that this page has the conversation open for as long as it is, and hears who else has. */
export function usePresence(id: Id, announces: boolean): readonly Person[] {
  const query = useQuery({
    queryKey: queryKeys.presence(id),
    queryFn: () => conversations.beHere(id),
    enabled: announces,
    refetchInterval: again,
    retry: false,
  });
  useEffect(() => {
    if (!announces) return undefined;
    const leave = () => conversations.leave(id);
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [id, announces]);
  return query.data?.others ?? [];
}
