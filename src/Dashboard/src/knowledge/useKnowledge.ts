import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { knowledge } from "../api/endpoints";
import { queryKeys } from "../api/queryKeys";
import type { ArticleDraft } from "../api/types";

export const useArticles = () => useQuery({ queryKey: queryKeys.knowledge, queryFn: (context) => knowledge.list(context) });

export const useArticleSearch = (q: string) =>
  useQuery({
    queryKey: queryKeys.knowledgeSearch(q),
    queryFn: (context) => knowledge.search(q, context),
    enabled: q !== "",
    placeholderData: keepPreviousData,
  });

export function useSaveArticle() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (article: ArticleDraft) => knowledge.save(article),
    onSuccess: () => client.invalidateQueries({ queryKey: ["knowledge"] }),
  });
}
