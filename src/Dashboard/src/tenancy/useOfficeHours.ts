import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { firm } from "../api/endpoints";
import { queryKeys } from "../api/queryKeys";
import type { OfficeHours } from "../api/types";

export function useOfficeHours() {
  const client = useQueryClient();
  return {
    query: useQuery({ queryKey: queryKeys.officeHours, queryFn: (context) => firm.officeHours(context) }),
    save: useMutation({
      mutationFn: async ({ hours, idle }: { hours: OfficeHours; idle: number }) => {
        await firm.setOfficeHours(hours);
        await firm.setTakeoverIdleTime(idle);
      },
      onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.officeHours }),
    }),
  };
}
