import type { ReactNode } from "react";
import { Failed } from "../ui/Failed";
import { Loading } from "../ui/Loading";
import { Panel } from "../ui/Panel";

interface Props<T> {
  title: string;
  query: { isError: boolean; error: unknown; refetch: () => unknown };
  items: readonly T[] | undefined;
  most: number;
  action: ReactNode;
  empty: ReactNode;
  children: (item: T) => ReactNode;
}

export function QueuePanel<T>({ title, query, items, most, action, empty, children }: Props<T>) {
  return (
    <Panel title={title} flush action={items !== undefined && items.length > 0 && action}>
      {items === undefined ? (
        query.isError ? (
          <Failed error={query.error} retry={() => void query.refetch()} />
        ) : (
          <Loading rows={3} />
        )
      ) : items.length === 0 ? (
        empty
      ) : (
        items.slice(0, most).map(children)
      )}
    </Panel>
  );
}
