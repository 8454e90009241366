import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { conversations, type ConversationFilter, type ProposedText } from "../api/endpoints";
import { queryKeys } from "../api/queryKeys";
import type { Id } from "../api/types";

export const useConversations = (filter: ConversationFilter = {}) =>
  useQuery({ queryKey: queryKeys.conversations(filter), queryFn: (context) => conversations.list(filter, context) });

export const useConversation = (id: Id) =>
  useQuery({ queryKey: queryKeys.conversation(id), queryFn: (context) => conversations.read(id, context) });

export const useMessages = (id: Id) =>
  useQuery({ queryKey: queryKeys.messages(id), queryFn: (context) => conversations.messages(id, context) });

function useRefresh() {
  const client = useQueryClient();
  return async (...rooms: string[]) => {
    await Promise.all(rooms.map((room) => client.invalidateQueries({ queryKey: [room] })));
  };
}

export function useTakeover(id: Id) {
  const refresh = useRefresh();
  const onSuccess = () => refresh("conversations");
  return {
    takeOver: useMutation({ mutationFn: () => conversations.takeOver(id), onSuccess }),
    giveBack: useMutation({ mutationFn: () => conversations.giveBack(id), onSuccess }),
  };
}

export function useSettleIdentity(id: Id) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (reason: string) => conversations.settleIdentity(id, reason),
    onSuccess: () => refresh("conversations"),
  });
}

export function useMarkRead(id: Id) {
  const refresh = useRefresh();
  return useMutation({ mutationFn: () => conversations.markRead(id), onSuccess: () => refresh("conversations") });
}

export const useDraft = (id: Id) => useMutation({ mutationFn: () => conversations.draft(id) });

export function usePropose(id: Id) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (reply: ProposedText) => conversations.propose(id, reply),
    onSuccess: () => refresh("replies", "conversations"),
  });
}
