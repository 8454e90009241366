import { useMutation, useQueryClient } from "@tanstack/react-query";
import { outbound } from "../api/endpoints";
import type { Id } from "../api/types";

/** What a person can still do about a message on its way. */
export function useOutbound(message: Id) {
  const client = useQueryClient();
  const onSuccess = () => {
    for (const room of ["messages", "replies"]) void client.invalidateQueries({ queryKey: [room] });
  };
  return {
    cancel: useMutation({ mutationFn: () => outbound.cancel(message), onSuccess }),
    retry: useMutation({ mutationFn: (confirmUnknown: boolean) => outbound.retry(message, confirmUnknown), onSuccess }),
  };
}
