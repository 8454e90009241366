import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { tickets, type TicketFilter } from "../api/endpoints";
import { queryKeys } from "../api/queryKeys";
import type { Id, TicketMove } from "../api/types";

const firstPage = undefined as string | undefined;

export const useTickets = (filter: TicketFilter) =>
  useInfiniteQuery({
    queryKey: queryKeys.tickets(filter),
    queryFn: ({ pageParam, signal }) => tickets.list(filter, pageParam, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const useTicketStatistics = () =>
  useQuery({ queryKey: queryKeys.ticketStatistics, queryFn: (context) => tickets.statistics(context) });

export const useTicket = (id: Id) => useQuery({ queryKey: queryKeys.ticket(id), queryFn: (context) => tickets.read(id, context) });

export function useTicketMoves(id: Id) {
  const client = useQueryClient();
  const onSuccess = async () => {
    await Promise.all(["tickets", "intakes"].map((room) => client.invalidateQueries({ queryKey: [room] })));
  };
  return {
    move: useMutation({ mutationFn: (move: TicketMove) => tickets.move(id, move), onSuccess }),
    reopen: useMutation({ mutationFn: (reason: string) => tickets.reopen(id, reason), onSuccess }),
  };
}
