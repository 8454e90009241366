import { keepPreviousData, useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { audit, type AuditFilter } from "../api/endpoints";
import { queryKeys } from "../api/queryKeys";
import { asQuery } from "./auditFilter";

export const useAuditEvents = (filter: AuditFilter, enabled: boolean) =>
  useInfiniteQuery({
    queryKey: queryKeys.audit(filter),
    queryFn: ({ pageParam, signal }) => audit.events(asQuery(filter), pageParam, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    enabled,
  });

export const useVerify = () => useMutation({ mutationFn: () => audit.verify() });

export const useExport = () =>
  useMutation({
    mutationFn: (filter: AuditFilter) => audit.export(asQuery(filter)),
    onSuccess: (file) => {
      const url = URL.createObjectURL(file);
      const link = document.createElement("a");
      link.href = url;
      link.download = "lawyers-hub-audit.ndjson";
      link.click();
      URL.revokeObjectURL(url);
    },
  });
