import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { audit, type AuditFilter, type EntityBound, type VerificationProgress } from "../api/endpoints";
import { queryKeys } from "../api/queryKeys";
import type { Id } from "../api/types";
import { asQuery } from "./auditFilter";
import { saveJson } from "./saveFile";

const firstPage = undefined as string | undefined;
const pause = 5_000;

/** Newest first, from the number `at` on where one is given. */
export const useAuditEvents = (filter: AuditFilter, at: number | undefined) =>
  useInfiniteQuery({
    queryKey: queryKeys.audit(filter, at),
    queryFn: ({ pageParam, signal }) => audit.events(asQuery(filter), pageParam, { signal }),
    initialPageParam: at === undefined ? firstPage : String(at + 1),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const useQuestions = () => useQuery({ queryKey: queryKeys.auditQuestions, queryFn: audit.questions, staleTime: Infinity });

export const useAnswer = (number: number, narrowing: AuditFilter, enabled: boolean) =>
  useInfiniteQuery({
    queryKey: queryKeys.auditAnswer(number, narrowing),
    queryFn: ({ pageParam, signal }) => audit.ask(number, asQuery(narrowing), pageParam, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.events.next ?? undefined,
    enabled,
  });

/** The whole of it, or as it stood after a version or at a moment. */
export const useEntity = (id: Id, until: EntityBound) =>
  useInfiniteQuery({
    queryKey: queryKeys.auditEntity(id, until),
    queryFn: ({ pageParam, signal }) => audit.entity(id, until, pageParam, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.steps.next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** How far the sealing is; asked again as long as somebody looks, for it moves with every event. */
export const useLedger = () => useQuery({ queryKey: queryKeys.auditLedger, queryFn: audit.ledger, refetchInterval: pause });

export const useCheckpoints = (enabled: boolean) =>
  useInfiniteQuery({
    queryKey: queryKeys.auditCheckpoints,
    queryFn: ({ pageParam, signal }) => audit.checkpoints(pageParam, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled,
  });

export function useVerify() {
  const [progress, setProgress] = useState<VerificationProgress>();
  const left = useRef<AbortController>(undefined);
  const verify = useMutation({
    mutationFn: () => audit.verify(setProgress, left.current?.signal),
    onMutate: () => setProgress(undefined),
  });
  // Nobody waits for the answer on a page that was left, and the server need not go on either.
  useEffect(() => {
    const controller = new AbortController();
    left.current = controller;
    return () => controller.abort();
  }, []);
  return { ...verify, progress };
}

export const useProof = () =>
  useMutation({
    mutationFn: (sequence: number) => audit.proof(sequence),
    onSuccess: (proof) => saveJson(proof, `lawyers-hub-proof-${proof.sequence}.json`),
  });
