import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { definitions } from "../api/endpoints";
import { queryKeys } from "../api/queryKeys";
import type { DryRunInput, Language } from "../api/types";

export const useDefinitions = () => useQuery({ queryKey: queryKeys.definitions, queryFn: (context) => definitions.list(context) });

export const useDefinition = (key: string) =>
  useQuery({ queryKey: queryKeys.definition(key), queryFn: (context) => definitions.read(key, context) });

export const useDefinitionVersion = (key: string, version: number | undefined) =>
  useQuery({
    queryKey: queryKeys.definitionVersion(key, version ?? 0),
    queryFn: (context) => definitions.version(key, version ?? 0, context),
    enabled: version !== undefined,
  });

export const useDefinitionDifference = (key: string, from: number, to: number | undefined) =>
  useQuery({
    queryKey: queryKeys.definitionDifference(key, from, to),
    queryFn: (context) => definitions.difference(key, from, to, context),
  });

/** Nobody has used a draft. */
export const useDefinitionUse = (key: string, version: number | undefined) =>
  useQuery({
    queryKey: queryKeys.definitionUse(key, version ?? 0),
    queryFn: (context) => definitions.use(key, version ?? 0, context),
    enabled: version !== undefined,
  });

/** The publish checks of what is being written, asked for once the author pauses; the last answer stays until the next is there. */
export function useCheckedDefinition(key: string, source: string, enabled: boolean) {
  const settled = useSettled(source);
  const query = useQuery({
    queryKey: queryKeys.checkedDefinition(key, settled),
    queryFn: () => definitions.check(key, settled),
    enabled: enabled && settled !== "",
    placeholderData: keepPreviousData,
  });
  return { query, isCurrent: settled === source && !query.isPlaceholderData && query.isSuccess };
}

export const useDryRun = (key: string, source: string, language: Language, inputs: readonly DryRunInput[]) =>
  useQuery({
    queryKey: queryKeys.dryRun(key, source, language, inputs),
    queryFn: () => definitions.tryOut(key, source, language, inputs),
    enabled: source !== "",
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

export function useDefinitionActs(key: string) {
  const client = useQueryClient();
  const onSuccess = async () => {
    await Promise.all(["definitions", "packs"].map((room) => client.invalidateQueries({ queryKey: [room] })));
  };
  return {
    save: useMutation({ mutationFn: (source: string) => definitions.draft(key, source), onSuccess }),
    publish: useMutation({ mutationFn: (hash: string) => definitions.publish(key, hash), onSuccess }),
  };
}

const pause = 400;

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
