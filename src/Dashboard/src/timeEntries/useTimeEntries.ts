import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { timeEntries, type TimeRecord } from "../api/endpoints";
import { queryKeys } from "../api/queryKeys";
import type { Id } from "../api/types";

export const useTimeEntries = (filter: { state?: string; matterId?: string } = {}) =>
  useQuery({ queryKey: queryKeys.timeEntries(filter), queryFn: (context) => timeEntries.list(filter, context) });

function useRefreshTime() {
  const client = useQueryClient();
  return async () => {
    await Promise.all(["timeEntries", "matters"].map((room) => client.invalidateQueries({ queryKey: [room] })));
  };
}

export function useTimeDecision(id: Id) {
  const onSuccess = useRefreshTime();
  return {
    edit: useMutation({
      mutationFn: ({ minutes, narrative }: { minutes: number; narrative: string }) => timeEntries.edit(id, minutes, narrative),
      onSuccess,
    }),
    approve: useMutation({ mutationFn: (minutes: number) => timeEntries.approve(id, minutes), onSuccess }),
    reject: useMutation({ mutationFn: (reason: string) => timeEntries.reject(id, reason), onSuccess }),
  };
}

export function useRecordTime() {
  const onSuccess = useRefreshTime();
  return useMutation({ mutationFn: (entry: TimeRecord) => timeEntries.record(entry), onSuccess });
}
