import { expect, it } from "vitest";
import type { Message } from "../api/types";
import { choiceTitle } from "./choiceTitle";

const message = (id: string, changes: Partial<Message>): Message => ({
  id,
  direction: "outbound",
  type: "interactive",
  at: "2026-11-21T03:00:00Z",
  author: "script",
  sentAt: "2026-11-21T03:00:00Z",
  status: "read",
  forwarded: false,
  edited: false,
  revoked: false,
  erased: false,
  ...changes,
});

const first = message("q1", { buttons: [{ id: "1", title: "Ada yang ditahan" }] });
const second = message("q2", { list: { button: "Pilih", rows: [{ id: "1", title: "Keluarga", description: null }] } });
const tap = (changes: Partial<Message>) => message("a", { direction: "inbound", author: "client", ...changes });

it.each([
  ["its own title", tap({ interactiveReply: { id: "1", title: "Ya" } }), "Ya"],
  ["the offer it answers", tap({ interactiveReply: { id: "1", title: "" }, replyTo: "q1" }), "Ada yang ditahan"],
  ["the latest offer of its id", tap({ interactiveReply: { id: "1", title: "" } }), "Keluarga"],
  ["nothing where none offered it", tap({ interactiveReply: { id: "9", title: "" } }), undefined],
  ["nothing where nothing was tapped", tap({ text: "Halo" }), undefined],
])("says what was tapped by %s", (_, answer, title) => expect(choiceTitle(answer, [first, second, answer])).toBe(title));
