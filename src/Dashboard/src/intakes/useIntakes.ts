import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { intakes, type IntakeFilter } from "../api/endpoints";
import { queryKeys } from "../api/queryKeys";
import type { Correction, Id } from "../api/types";

export const useIntakes = () => useQuery({ queryKey: queryKeys.intakes, queryFn: (context) => intakes.list(context) });

const firstPage = undefined as string | undefined;

export const useIntakeList = (filter: IntakeFilter) =>
  useInfiniteQuery({
    queryKey: queryKeys.intakeList(filter),
    queryFn: ({ pageParam, signal }) => intakes.page(filter, pageParam, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** Of a period and a form: the steps and states that are chosen narrow the list alone. */
export const useIntakeFunnel = ({ definition, from }: IntakeFilter) =>
  useQuery({
    queryKey: queryKeys.intakeFunnel({ ...(definition && { definition }), ...(from && { from }) }),
    queryFn: (context) => intakes.funnel({ ...(definition && { definition }), ...(from && { from }) }, context),
    placeholderData: keepPreviousData,
  });

export const useIntake = (id: Id) => useQuery({ queryKey: queryKeys.intake(id), queryFn: (context) => intakes.read(id, context) });

export function useIntakeDecision(id: Id) {
  const client = useQueryClient();
  const onSuccess = async () => {
    await Promise.all(["intakes", "conversations", "matters"].map((room) => client.invalidateQueries({ queryKey: [room] })));
  };
  return {
    accept: useMutation({ mutationFn: (waiver?: string) => intakes.accept(id, waiver), onSuccess }),
    decline: useMutation({ mutationFn: (reason: string) => intakes.decline(id, reason), onSuccess }),
    correct: useMutation({
      mutationFn: ({ question, correction }: { question: string; correction: Correction }) => intakes.correct(id, question, correction),
      onSuccess,
    }),
    clearFlag: useMutation({
      mutationFn: ({ flag, reason }: { flag: string; reason: string }) => intakes.clearFlag(id, flag, reason),
      onSuccess,
    }),
  };
}
