import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { firm } from "../api/endpoints";
import { queryKeys } from "../api/queryKeys";
import type { BankAccount, LintSettings } from "../api/types";

export function useReplyLint() {
  const client = useQueryClient();
  return {
    query: useQuery({ queryKey: queryKeys.replyLint, queryFn: (context) => firm.replyLint(context) }),
    save: useMutation({
      mutationFn: async ({ rules, accounts }: { rules: LintSettings["rules"]; accounts: readonly BankAccount[] }) => {
        await firm.setReplyLint(rules);
        await firm.setBankAccounts(accounts);
      },
      onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.replyLint }),
    }),
  };
}
