import { useRef } from "react";
import { conversations } from "../api/endpoints";
import type { Id } from "../api/types";

// WhatsApp shows it for 25 seconds.
const again = 20_000;

/** Says that an answer is being written, as often as WhatsApp forgets it. */
export function useTyping(id: Id): () => void {
  const said = useRef(0);
  return () => {
    const now = Date.now();
    if (now - said.current < again) return;
    said.current = now;
    conversations.types(id);
  };
}
