import { address } from "./client";
import { roomsOf } from "./queryKeys";
import type { LiveChange } from "./types";

export interface LiveListener {
  changed: (rooms: readonly string[] | "all") => void;
  lost: () => void;
  connected: () => void;
}

const gather = 250;
const longestWait = 30_000;

/** The line of server-sent events. The browser reconnects by itself after a break, but not after a refusal: then this does. */
export function openLive(listener: LiveListener): () => void {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let flush: ReturnType<typeof setTimeout> | undefined;
  let wait = 1000;
  let broken = false;
  let outdated = new Set<string>();
  let everything = false;

  function tell() {
    flush = undefined;
    listener.changed(everything ? "all" : [...outdated]);
    outdated = new Set();
    everything = false;
  }

  // A burst of changes, as one message makes in several views, becomes one round of questions.
  function outdate(rooms: readonly string[] | undefined) {
    if (rooms === undefined) everything = true;
    else for (const room of rooms) outdated.add(room);
    outdated.add("audit"); // every change is an event
    flush ??= setTimeout(tell, gather);
  }

  function connect() {
    source = new EventSource(address("/live"));
    source.onopen = () => {
      wait = 1000;
      listener.connected();
      if (broken) outdate(undefined); // what happened meanwhile was not heard
      broken = false;
    };
    source.addEventListener("changed", (event: MessageEvent<string>) => outdate(roomsOf((JSON.parse(event.data) as LiveChange).view)));
    source.onerror = () => {
      broken = true;
      listener.lost();
      if (source?.readyState !== EventSource.CLOSED) return;
      retry = setTimeout(connect, wait);
      wait = Math.min(wait * 2, longestWait);
    };
  }

  connect();
  return () => {
    source?.close();
    clearTimeout(retry);
    clearTimeout(flush);
  };
}
