import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { invoices } from "../api/endpoints";
import { queryKeys } from "../api/queryKeys";
import type { Id } from "../api/types";

export const useInvoices = () => useQuery({ queryKey: queryKeys.invoices, queryFn: (context) => invoices.list(context) });
export const useInvoice = (id: Id) => useQuery({ queryKey: queryKeys.invoice(id), queryFn: (context) => invoices.read(id, context) });

function useRefreshInvoices() {
  const client = useQueryClient();
  return async () => {
    await Promise.all(["invoices", "timeEntries", "matters"].map((room) => client.invalidateQueries({ queryKey: [room] })));
  };
}

export function useInvoiceDraft() {
  const onSuccess = useRefreshInvoices();
  return useMutation({ mutationFn: (matterId: Id) => invoices.draft(matterId), onSuccess });
}

export function useInvoiceApproval(id: Id) {
  const onSuccess = useRefreshInvoices();
  return useMutation({ mutationFn: () => invoices.approve(id), onSuccess });
}
