import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { administration } from "../api/endpoints";
import { queryKeys } from "../api/queryKeys";
import type { Id } from "../api/types";

export const useChannels = () => useQuery({ queryKey: queryKeys.channels, queryFn: (context) => administration.channels(context) });
export const useStaff = () => useQuery({ queryKey: queryKeys.staff, queryFn: (context) => administration.staff(context) });
export const useDeadLetters = () =>
  useQuery({ queryKey: queryKeys.deadLetters, queryFn: (context) => administration.deadLetters(context) });

// Nothing tells when something new came for a number that is nobody's.
export const useQuarantine = () =>
  useQuery({ queryKey: queryKeys.quarantine, queryFn: (context) => administration.quarantine(context), refetchInterval: 30_000 });

export function useRetry() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: Id) => administration.retry(id),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.deadLetters }),
  });
}

export function useRetryAll() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (kind: string | undefined) => administration.retryAll(kind),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.deadLetters }),
  });
}
