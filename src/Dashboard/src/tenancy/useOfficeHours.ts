import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { firm } from "../api/endpoints";
import { queryKeys } from "../api/queryKeys";
import type { ClockTarget, Localized, OfficeHours } from "../api/types";

export function useOfficeHours() {
  const client = useQueryClient();
  const changed = () => client.invalidateQueries({ queryKey: queryKeys.officeHours });
  return {
    query: useQuery({ queryKey: queryKeys.officeHours, queryFn: (context) => firm.officeHours(context) }),
    save: useMutation({
      mutationFn: async ({ hours, idle }: { hours: OfficeHours; idle: number }) => {
        await firm.setOfficeHours(hours);
        await firm.setTakeoverIdleTime(idle);
      },
      onSuccess: changed,
    }),
    publishNotice: useMutation({ mutationFn: (text: Localized | null) => firm.publishOutOfHoursNotice(text), onSuccess: changed }),
    setTargets: useMutation({ mutationFn: (targets: readonly ClockTarget[]) => firm.setClockTargets(targets), onSuccess: changed }),
  };
}
