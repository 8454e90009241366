import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { ApiProblem } from "../api/ApiProblem";
import { upload } from "../api/upload";
import { fakeApi, page, refusal } from "../testing/fakeApi";
import { show } from "../testing/render";
import { conversationOf } from "../testing/samples";
import { Composer } from "./Composer";

const attached = { id: "m1", kind: "document", mimeType: "application/pdf", bytes: 4, state: "scanning" };

// Only a browser tells how far an upload is.
vi.mock("../api/upload", () => ({ upload: vi.fn(() => Promise.resolve(attached)) }));

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

it("explains a closed window and offers templates in place of free text", async () => {
  fakeApi({ "GET /templates": page() });
  show(<Composer conversation={conversationOf({ windowClosesAt: inMinutes(-5) })} />);
  expect(screen.getByText(/Jendela 24 jam tertutup: WhatsApp hanya menerima teks bebas/)).toBeInTheDocument();
  expect(await screen.findByText(/Tidak ada templat yang dapat dikirim sekarang/)).toBeInTheDocument();
  expect(screen.queryByRole("textbox", { name: "Tulis balasan" })).not.toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Usulkan balasan" })).not.toBeInTheDocument();
});

it("counts down the last two hours, and is silent before", () => {
  fakeApi({});
  const { unmount } = show(<Composer conversation={conversationOf({ windowClosesAt: inMinutes(90) })} />);
  expect(screen.getByText("Sisa 1 jam 30 mnt")).toBeInTheDocument();
  unmount();
  show(<Composer conversation={conversationOf({ windowClosesAt: inMinutes(600) })} />);
  expect(screen.queryByText(/Sisa/)).not.toBeInTheDocument();
});

it("proposes what was written, with the anti-replay key of one act", async () => {
  const requests = fakeApi({ "POST /conversations/c1/replies": { replyId: "r1" }, "POST /conversations/c1/typing": null });
  show(<Composer conversation={conversationOf()} />, { roles: ["paralegal"] });
  await userEvent.type(screen.getByRole("textbox", { name: "Tulis balasan" }), "Kami datang sore ini.");
  await userEvent.click(screen.getByRole("button", { name: "Usulkan balasan" }));
  await waitFor(() => expect(screen.getByRole("textbox", { name: "Tulis balasan" })).toHaveValue(""));
  const proposed = requests.find(({ path }) => path === "/conversations/c1/replies");
  expect(proposed?.body).toEqual({ text: "Kami datang sore ini." });
  expect(proposed?.headers.get("Idempotency-Key")).toMatch(/^[0-9a-f-]{36}$/);
  expect(requests.filter(({ path }) => path === "/conversations/c1/typing")).toHaveLength(1);
});

it("puts a draft from knowledge into the composer with its citations, and sends nothing by itself", async () => {
  const requests = fakeApi({
    "POST /conversations/c1/draft": {
      id: "s1",
      kind: "draftReply",
      conversationId: "c1",
      text: "Anda berhak didampingi.",
      citations: [{ articleId: "a1", title: "Hak tersangka" }],
      model: "builtin",
      state: "offered",
      at: inMinutes(0),
    },
    "POST /conversations/c1/replies": { replyId: "r1" },
  });
  show(<Composer conversation={conversationOf()} />);
  await userEvent.click(screen.getByRole("button", { name: "Usulkan dari pengetahuan" }));
  await waitFor(() => expect(screen.getByRole("textbox", { name: "Tulis balasan" })).toHaveValue("Anda berhak didampingi."));
  expect(screen.getByRole("link", { name: "Hak tersangka" })).toHaveAttribute("href", "/knowledge/a1");
  expect(requests.map(({ path }) => path)).toEqual(["/conversations/c1/draft"]);
  await userEvent.click(screen.getByRole("button", { name: "Usulkan balasan" }));
  await waitFor(() => expect(requests.at(1)?.body).toEqual({ text: "Anda berhak didampingi.", suggestionId: "s1" }));
});

it("keeps the words when the server refuses them", async () => {
  fakeApi({ "POST /conversations/c1/replies": refusal(409, "window_closed", "Jendela layanan sudah tertutup.") });
  show(<Composer conversation={conversationOf()} />);
  await userEvent.type(screen.getByRole("textbox", { name: "Tulis balasan" }), "Halo");
  await userEvent.click(screen.getByRole("button", { name: "Usulkan balasan" }));
  expect(await screen.findByText("Jendela layanan sudah tertutup.")).toBeInTheDocument();
  expect(screen.getByRole("textbox", { name: "Tulis balasan" })).toHaveValue("Halo");
});

it("lets nobody write to a client who withdrew consent", () => {
  fakeApi({});
  show(<Composer conversation={conversationOf({ consent: "withdrawn" })} />);
  expect(screen.getByText(/Klien mencabut persetujuan/)).toBeInTheDocument();
  expect(screen.queryByRole("textbox")).not.toBeInTheDocument();
});

it("gives an auditor nothing to write with", () => {
  fakeApi({});
  show(<Composer conversation={conversationOf()} />, { roles: ["auditor"] });
  expect(screen.getByText("Peran Anda tidak menulis balasan.")).toBeInTheDocument();
  expect(screen.queryByRole("textbox")).not.toBeInTheDocument();
});

it("proposes words with buttons, once each button can be told apart", async () => {
  const requests = fakeApi({ "POST /conversations/c1/replies": { replyId: "r1" }, "POST /conversations/c1/typing": null });
  show(<Composer conversation={conversationOf()} />);
  await userEvent.type(screen.getByRole("textbox", { name: "Tulis balasan" }), "Hari apa?");
  await userEvent.click(screen.getByRole("button", { name: "Tambah pilihan" }));
  expect(screen.getByRole("button", { name: "Usulkan balasan" })).toBeDisabled();
  await userEvent.type(screen.getByRole("textbox", { name: "Tombol 1" }), "Senin");
  await userEvent.click(screen.getByRole("button", { name: "Tombol lain" }));
  await userEvent.type(screen.getByRole("textbox", { name: "Tombol 2" }), "Senin");
  expect(screen.getAllByText("Dua pilihan tidak boleh sama.")).toHaveLength(2);
  expect(screen.getByRole("button", { name: "Usulkan balasan" })).toBeDisabled();
  await userEvent.type(screen.getByRole("textbox", { name: "Tombol 2" }), "{Backspace>5/}Selasa");
  expect(screen.getByRole("group", { name: "Di ponsel klien" })).toHaveTextContent("Hari apa? Senin Selasa");
  await userEvent.click(screen.getByRole("button", { name: "Usulkan balasan" }));
  await waitFor(() =>
    expect(requests.find(({ path }) => path === "/conversations/c1/replies")?.body).toEqual({
      text: "Hari apa?",
      buttons: ["Senin", "Selasa"],
    }),
  );
  await waitFor(() => expect(screen.queryByRole("group", { name: "Pilihan untuk klien" })).not.toBeInTheDocument());
});

it("attaches a file, waits until it was checked, and proposes it without words", async () => {
  let looks = 0;
  const requests = fakeApi({
    "GET /media/m1/state": () => ({ ...attached, state: ++looks < 2 ? "scanning" : "clean" }),
    "POST /conversations/c1/replies": { replyId: "r1" },
  });
  show(<Composer conversation={conversationOf()} />);
  await userEvent.upload(screen.getByLabelText("Pilih berkas"), new File(["%PDF"], "Surat.pdf", { type: "application/pdf" }));
  expect(screen.getByRole("group", { name: "Berkas" })).toHaveTextContent("Surat.pdf");
  expect(screen.getByRole("button", { name: "Usulkan balasan" })).toBeDisabled();
  expect(screen.getByRole("button", { name: "Tambah pilihan" })).toBeDisabled();
  expect(await screen.findByText(/sudah diperiksa, siap diusulkan/, {}, { timeout: 10_000 })).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Usulkan balasan" }));
  await waitFor(() => expect(requests.find(({ path }) => path === "/conversations/c1/replies")?.body).toEqual({ text: "", media: "m1" }));
  await waitFor(() => expect(screen.queryByRole("group", { name: "Berkas" })).not.toBeInTheDocument());
});

it("takes a dropped file, says why it is refused, and lets it go", async () => {
  vi.mocked(upload).mockRejectedValueOnce(new ApiProblem(422, { code: "media_type_not_taken", detail: "no" }));
  fakeApi({});
  show(<Composer conversation={conversationOf()} />);
  fireEvent.drop(screen.getByRole("region", { name: "Penulisan balasan" }), {
    dataTransfer: { types: ["Files"], files: [new File(["MZ"], "program.exe")] },
  });
  expect(await screen.findByText(/WhatsApp tidak menerima jenis berkas ini/)).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Usulkan balasan" })).toBeDisabled();
  await userEvent.click(screen.getByRole("button", { name: "Hapus berkas" }));
  expect(screen.queryByText(/WhatsApp tidak menerima jenis berkas ini/)).not.toBeInTheDocument();
});
