import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Message } from "../api/types";
import { show } from "../testing/render";
import { Bubble } from "./Bubble";
import { noticeOf, TimelineNotice } from "./TimelineNotice";

const message = (changes: Partial<Message>): Message => ({
  id: "m1",
  direction: "inbound",
  type: "text",
  at: "2026-11-21T03:00:00Z",
  author: "client",
  sentAt: "2026-11-21T03:00:00Z",
  status: "delivered",
  forwarded: false,
  edited: false,
  revoked: false,
  erased: false,
  ...changes,
});

const bubble = (changes: Partial<Message>) =>
  show(<Bubble message={message(changes)} clientLabel="Klien" quoted={undefined} chosen={undefined} continues={false} />);

it("shows a type it does not know as such", () => {
  bubble({ type: "poll_update" });
  expect(screen.getByText("Jenis “poll_update”: disimpan, tetapi belum dapat ditampilkan di sini.")).toBeInTheDocument();
});

it("names what WhatsApp does not pass on, and why", () => {
  bubble({ type: "unsupported", subtype: "poll_creation", errors: [{ code: 131051, title: "Message type is not supported" }] });
  expect(screen.getByText("Jenis “poll_creation”: disimpan, tetapi belum dapat ditampilkan di sini.")).toBeInTheDocument();
  expect(screen.getByText(/131051: Message type is not supported/)).toBeInTheDocument();
});

it("keeps the first words of an edited message above the latest", () => {
  bubble({ text: "Kakak saya ditahan", edited: true, editedText: "Adik saya ditahan" });
  expect(screen.getByText("Kakak saya ditahan")).toBeInTheDocument();
  expect(screen.getByText("Adik saya ditahan")).toBeInTheDocument();
});

it("shows that a message was taken back, and still its words", () => {
  bubble({ text: "Salah kirim", revoked: true });
  expect(screen.getByText("Salah kirim")).toBeInTheDocument();
  expect(screen.getByText("Ditarik klien di ponselnya; di sini tetap tersimpan")).toBeInTheDocument();
});

it("tells a reaction from its removal", () => {
  const { unmount } = bubble({ type: "reaction", text: "👍" });
  expect(screen.getByText("Bereaksi 👍")).toBeInTheDocument();
  unmount();
  bubble({ type: "reaction" });
  expect(screen.getByText("Menarik reaksinya")).toBeInTheDocument();
});

it("shows shared contacts, orders and answers by name, and links a referral only where it is a web address", () => {
  bubble({
    type: "contacts",
    facts: [{ name: "Budi", value: "+62 811" }],
    referral: { kind: "ad", url: "javascript:alert(1)", headline: "Kantor" },
  });
  expect(screen.getByText("Budi")).toBeInTheDocument();
  expect(screen.getByText("+62 811")).toBeInTheDocument();
  expect(screen.getByText(/Datang dari iklan: Kantor/)).toBeInTheDocument();
  expect(screen.queryByRole("link")).not.toBeInTheDocument();
});

it("names what the firm wrote past the hub as such", () => {
  bubble({ direction: "outbound", author: "phone", text: "Kami telepon sebentar lagi", status: "sent" });
  expect(screen.getByText("Aplikasi WhatsApp firma")).toBeInTheDocument();
  expect(screen.getByText("Ditulis di luar hub, tanpa persetujuan di sini")).toBeInTheDocument();
});

it("puts a notice about the person in words of ours", () => {
  const changed = message({ type: "system", subtype: "customer_identity_changed", text: "Security code changed" });
  show(<TimelineNotice message={changed} notice={noticeOf(changed) ?? ""} />);
  expect(screen.getByRole("note")).toHaveTextContent("Kode keamanan klien berganti");
  expect(noticeOf(message({ text: "Halo" }))).toBeUndefined();
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
  bubble({
    direction: "outbound",
    author: "lawyer",
    text: "Halo",
    status: "failed",
    outbound: { message: "m", error: { code: 131026, meaning: "undeliverable", remedy: "otherWay" }, mayCancel: false, mayRetry: true },
  });
  expect(screen.getByText("Gagal terkirim")).toBeInTheDocument();
  expect(screen.getByText(/tidak dapat dijangkau di WhatsApp.*131026.*Telepon klien/)).toBeInTheDocument();
});

it("shows the buttons a question offered", () => {
  bubble({ direction: "outbound", author: "script", type: "interactive", text: "Setuju?", buttons: [{ id: "y", title: "Saya setuju" }] });
  expect(screen.getByText("Saya setuju")).toBeInTheDocument();
});
