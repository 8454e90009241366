import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ApiProblem } from "../api/ApiProblem";
import { Fetched } from "./Fetched";
import { Page } from "./Page";
import { Panel } from "./Panel";

interface Props<T> {
  query: UseQueryResult<T>;
  /** What such things are called: it stands above while there is none to name. */
  title: string;
  gone: ReactNode;
  children: (data: T) => ReactNode;
}

/** The page of one thing: while it is on its way, and where it fails to come, whoever waits still reads where they are. */
export function FetchedPage<T>({ query, title, gone, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error instanceof ApiProblem && query.error.status === 404) return gone;
  return (
    <Page title={title}>
      <Panel title={title} flush>
        <Fetched query={query}>{children}</Fetched>
      </Panel>
    </Page>
  );
}
