import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { replies, type Approval } from "../api/endpoints";
import { queryKeys } from "../api/queryKeys";
import type { Id, Reply } from "../api/types";

export const useReplies = (enabled = true) =>
  useQuery({ queryKey: queryKeys.replies("proposed"), queryFn: (context) => replies.list("proposed", context), enabled });

/** Whether a reply can be approved with others: what needs a second look is decided alone. */
export const mayBatch = (reply: Reply) =>
  typeof reply.hash === "string" &&
  typeof reply.text === "string" &&
  !reply.stale &&
  reply.lint.every(({ severity }) => severity !== "block");

export function useBatchApproval() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (chosen: readonly Reply[]) => replies.approveBatch(chosen.map(({ id, hash }) => ({ replyId: id, hash: hash ?? "" }))),
    onSuccess: () => {
      for (const room of ["replies", "conversations", "messages"]) void client.invalidateQueries({ queryKey: [room] });
    },
  });
}

export function useReplyDecision(id: Id) {
  const client = useQueryClient();
  // Not awaited: the page walks on to the next reply while the lists catch up.
  const onSuccess = () => {
    for (const room of ["replies", "conversations", "messages"]) void client.invalidateQueries({ queryKey: [room] });
  };
  return {
    approve: useMutation({ mutationFn: (approval: Approval) => replies.approve(id, approval), onSuccess }),
    reject: useMutation({ mutationFn: (reason: string) => replies.reject(id, reason), onSuccess }),
  };
}
