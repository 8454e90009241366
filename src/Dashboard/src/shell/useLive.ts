import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { openLive } from "../api/live";

/** Keeps the pages fresh: what the hub says has changed is asked for again. */
export function useLive(): "connected" | "lost" {
  const client = useQueryClient();
  const [state, setState] = useState<"connected" | "lost">("connected");
  useEffect(
    () =>
      openLive({
        changed: (rooms) => {
          if (rooms === "all") void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" });
          else for (const room of rooms) void client.invalidateQueries({ queryKey: [room] });
        },
        lost: () => setState("lost"),
        connected: () => setState("connected"),
      }),
    [client],
  );
  return state;
}
