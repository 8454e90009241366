import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { packs } from "../api/endpoints";
import { queryKeys } from "../api/queryKeys";

export const usePacks = () => useQuery({ queryKey: queryKeys.packs, queryFn: (context) => packs.list(context) });
export const useGrowthTables = () => useQuery({ queryKey: queryKeys.growthTables, queryFn: (context) => packs.tables(context) });

export function useInstallPack() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => packs.install(name),
    onSuccess: () => client.invalidateQueries({ queryKey: ["packs"] }),
  });
}

export function useImportTable() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ indicator, file }: { indicator: string; file: File }) => packs.importTable(indicator, await file.text()),
    onSuccess: () => client.invalidateQueries({ queryKey: ["packs"] }),
  });
}
