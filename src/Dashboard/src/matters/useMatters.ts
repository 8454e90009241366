import { useQuery } from "@tanstack/react-query";
import { matters } from "../api/endpoints";
import { queryKeys } from "../api/queryKeys";
import type { Id } from "../api/types";

export const useMatters = () => useQuery({ queryKey: queryKeys.matters, queryFn: (context) => matters.list(context) });
export const useMatter = (id: Id) => useQuery({ queryKey: queryKeys.matter(id), queryFn: (context) => matters.read(id, context) });
