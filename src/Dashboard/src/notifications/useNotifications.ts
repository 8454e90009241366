import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { notifications } from "../api/endpoints";
import { queryKeys } from "../api/queryKeys";
import type { Id } from "../api/types";

/** What waits for whoever is signed in, and has not been seen. */
export function useUnseen() {
  return useQuery({ queryKey: queryKeys.unseen, queryFn: (context) => notifications.unseen(context) });
}

/** The latest of what they were told, seen or not. */
export function useRecent(enabled: boolean) {
  return useQuery({ queryKey: queryKeys.recent, queryFn: (context) => notifications.recent(context), enabled });
}

export function useSee() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (ids: readonly Id[]) => {
      for (const id of ids) await notifications.see(id);
    },
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.notifications }),
  });
}

export function useSound() {
  const client = useQueryClient();
  const query = useQuery({ queryKey: queryKeys.sound, queryFn: (context) => notifications.sound(context), staleTime: Infinity });
  const save = useMutation({
    mutationFn: (on: boolean) => notifications.setSound(on),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.sound }),
  });
  const setNumber = useMutation({
    mutationFn: (number: string | null) => notifications.setNumber(number),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.sound }),
  });
  return { on: query.data?.on ?? false, number: query.data?.number, known: query.data !== undefined, save, setNumber };
}
