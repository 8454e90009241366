import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Message } from "../api/types";
import { show } from "../testing/render";
import { Bubble } from "./Bubble";

const message = (changes: Partial<Message>): Message => ({
  id: "m1",
  direction: "inbound",
  type: "text",
  at: "2026-11-21T03:00:00Z",
  author: "client",
  sentAt: "2026-11-21T03:00:00Z",
  status: "delivered",
  forwarded: false,
  erased: false,
  ...changes,
});

const bubble = (changes: Partial<Message>) =>
  show(<Bubble message={message(changes)} clientLabel="Klien" quoted={undefined} chosen={undefined} continues={false} />);

it("shows a type it does not know as such", () => {
  bubble({ type: "poll_update" });
  expect(screen.getByText("Jenis “poll_update”: disimpan, tetapi belum dapat ditampilkan di sini.")).toBeInTheDocument();
});

it("says that erased words are erased, and withheld ones withheld", () => {
  const { unmount } = bubble({ erased: true });
  expect(screen.getByText("Isi pesan ini telah dihapus.")).toBeInTheDocument();
  unmount();
  bubble({ text: null });
  expect(screen.getByText("Isi tidak ditampilkan untuk peran Anda.")).toBeInTheDocument();
});

it("names the status of what left, and a failure in visible words", () => {
  const { unmount } = bubble({ direction: "outbound", author: "lawyer", text: "Halo", status: "read" });
  expect(screen.getByRole("img", { name: "Dibaca" })).toBeInTheDocument();
  unmount();
  bubble({ direction: "outbound", author: "lawyer", text: "Halo", status: "failed", statusReason: "131026" });
  expect(screen.getByText("Gagal terkirim (131026)")).toBeInTheDocument();
});

it("shows the buttons a question offered", () => {
  bubble({ direction: "outbound", author: "script", type: "interactive", text: "Setuju?", buttons: [{ id: "y", title: "Saya setuju" }] });
  expect(screen.getByText("Saya setuju")).toBeInTheDocument();
});
