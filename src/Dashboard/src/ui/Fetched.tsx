import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ApiProblem } from "../api/ApiProblem";
import { Failed } from "./Failed";
import { Loading } from "./Loading";

interface Props<T> {
  query: UseQueryResult<T>;
  rows?: number;
  /** Shown instead of a failure where the server knows no such thing; trying again would not help. */
  gone?: ReactNode;
  children: (data: T) => ReactNode;
}

/** The three looks of everything that is fetched: loading, failed, there. Old data stays while new data is on its way. */
export function Fetched<T>({ query, rows = 5, gone, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (gone !== undefined && query.error instanceof ApiProblem && query.error.status === 404) return gone;
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return <Loading rows={rows} />;
}
