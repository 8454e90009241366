import { useQuery } from "@tanstack/react-query";
import { conversations, intakes, replies } from "../api/endpoints";
import { queryKeys } from "../api/queryKeys";
import { awaitsDecision } from "../intakes/intakeStates";
import { useMay } from "../tenancy/currentSession";
import type { Room } from "./rooms";

/** How many things wait in a room, for the numbers beside its name. */
export function useWaiting(): Partial<Record<Room["name"], number>> {
  const enabled = useMay()("readQueue");
  const unread = useQuery({
    queryKey: queryKeys.conversations({}),
    queryFn: (context) => conversations.list({}, context),
    select: (items) => items.filter((item) => item.unread > 0).length,
    enabled,
  });
  const toApprove = useQuery({
    queryKey: queryKeys.replies("proposed"),
    queryFn: (context) => replies.list("proposed", context),
    select: (items) => items.length,
    enabled,
  });
  const toDecide = useQuery({
    queryKey: queryKeys.intakes,
    queryFn: (context) => intakes.list(context),
    select: (items) => items.filter(awaitsDecision).length,
    enabled,
  });
  return { inbox: unread.data ?? 0, replies: toApprove.data ?? 0, intakes: toDecide.data ?? 0 };
}
