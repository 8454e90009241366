import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { intakes } from "../api/endpoints";
import { queryKeys } from "../api/queryKeys";
import type { Correction, Id } from "../api/types";

export const useIntakes = () => useQuery({ queryKey: queryKeys.intakes, queryFn: (context) => intakes.list(context) });

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
