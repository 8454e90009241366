import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { templates, type FilledTemplate } from "../api/endpoints";
import { queryKeys } from "../api/queryKeys";
import type { Id } from "../api/types";

export const useTemplates = () => useQuery({ queryKey: queryKeys.templates, queryFn: (context) => templates.list(context) });

export const useTemplateSync = () => useQuery({ queryKey: queryKeys.templateSync, queryFn: (context) => templates.lastSync(context) });

export function useSyncTemplates() {
  const client = useQueryClient();
  return useMutation({ mutationFn: templates.sync, onSuccess: () => client.invalidateQueries({ queryKey: ["templates"] }) });
}

/** Hands a draft to Meta; the answer names the template that it has become. */
export function useSubmitDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: Id) => templates.submit(id),
    onSuccess: () => client.invalidateQueries({ queryKey: ["templates"] }),
  });
}

export function useProposeTemplate(conversation: Id) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (filled: FilledTemplate) => templates.propose(conversation, filled),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["replies"] });
      await client.invalidateQueries({ queryKey: ["conversations"] });
    },
  });
}
