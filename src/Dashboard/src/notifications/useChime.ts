import { useEffect, useRef } from "react";
import type { Notification } from "../api/types";
import { chime } from "./chime";
import { unheard } from "./unheard";

/** Rings for each thing that presses when it is said, and again whenever it is said again. */
export function useChime(unseen: readonly Notification[] | undefined, on: boolean) {
  const heard = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (unseen === undefined) return;
    const { fresh, sayings } = unheard(unseen, heard.current);
    heard.current = sayings;
    if (fresh && on) chime();
  }, [unseen, on]);
}
