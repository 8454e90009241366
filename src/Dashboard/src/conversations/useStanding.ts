import { useMutation, useQueryClient } from "@tanstack/react-query";
import { conversations } from "../api/endpoints";
import type { Id, Instant } from "../api/types";

/** What is done with a conversation as a whole; the inbox and the timeline both tell of it. */
export function useStanding(id: Id) {
  const client = useQueryClient();
  const onSuccess = async () => {
    await Promise.all(["conversations", "messages"].map((room) => client.invalidateQueries({ queryKey: [room] })));
  };
  return {
    assign: useMutation({ mutationFn: (to: Id | null) => conversations.assign(id, to), onSuccess }),
    snooze: useMutation({ mutationFn: (until: Instant) => conversations.snooze(id, until), onSuccess }),
    wake: useMutation({ mutationFn: () => conversations.wake(id), onSuccess }),
    resolve: useMutation({ mutationFn: () => conversations.resolve(id), onSuccess }),
    reopen: useMutation({ mutationFn: () => conversations.reopen(id), onSuccess }),
    block: useMutation({
      mutationFn: ({ reason, blocked }: { reason: string; blocked: boolean }) =>
        blocked ? conversations.block(id, reason) : conversations.unblock(id, reason),
      onSuccess,
    }),
    note: useMutation({ mutationFn: (text: string) => conversations.addNote(id, text), onSuccess }),
  };
}
