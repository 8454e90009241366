import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { fakeApi, page, refusal } from "../testing/fakeApi";
import { show } from "../testing/render";
import { replyOf } from "../testing/samples";
import { RepliesPage } from "./RepliesPage";

const first = replyOf({ id: "r1", clientLabel: "Klien satu" });
const second = replyOf({ id: "r2", clientLabel: "Klien dua", text: "Surat kuasa kami kirim besok." });
const queue = { "GET /replies": page(first, second) };

it("lets a lawyer walk the queue and approve by keyboard alone", async () => {
  const requests = fakeApi({ ...queue, "POST /replies/r2/approve": { replyId: "r2", state: "approved" } });
  const { router } = show(<RepliesPage />, { at: "/replies" });
  await screen.findByRole("heading", { name: "Klien satu" });
  await userEvent.keyboard("j");
  await screen.findByRole("heading", { name: "Klien dua" });
  expect(router.state.location.search).toBe("?reply=r2");
  await userEvent.keyboard("a");
  await waitFor(() => expect(requests.find(({ path }) => path === "/replies/r2/approve")?.body).toEqual({}));
});

it("approves the edited words, not the proposed ones", async () => {
  const requests = fakeApi({ ...queue, "POST /replies/r1/approve": { replyId: "r1", state: "approved" } });
  show(<RepliesPage />, { at: "/replies" });
  await screen.findByRole("heading", { name: "Klien satu" });
  await userEvent.keyboard("e");
  const editor = screen.getByRole("textbox", { name: "Teks akhir" });
  await userEvent.clear(editor);
  await userEvent.type(editor, "Kami datang sore ini.");
  await userEvent.click(screen.getByRole("button", { name: "Setujui suntingan" }));
  await waitFor(() => expect(requests.find(({ path }) => path === "/replies/r1/approve")?.body).toEqual({ text: "Kami datang sore ini." }));
});

it("rejects only with a reason", async () => {
  const requests = fakeApi({ ...queue, "POST /replies/r1/reject": null });
  show(<RepliesPage />, { at: "/replies" });
  await screen.findByRole("heading", { name: "Klien satu" });
  await userEvent.keyboard("r");
  const dialog = await screen.findByRole("dialog", { name: "Tolak balasan" });
  const confirm = within(dialog).getByRole("button", { name: "Tolak balasan" });
  expect(confirm).toBeDisabled();
  await userEvent.type(within(dialog).getByRole("textbox", { name: "Alasan" }), "Terlalu dini");
  await userEvent.click(confirm);
  await waitFor(() => expect(requests.find(({ path }) => path === "/replies/r1/reject")?.body).toEqual({ reason: "Terlalu dini" }));
});

it.each(["paralegal", "auditor", "firmAdmin"] as const)("offers no decision to the role %s, by button or by key", async (role) => {
  const requests = fakeApi(queue);
  show(<RepliesPage />, { at: "/replies", roles: [role] });
  await screen.findByText("Menunggu keputusan advokat.");
  await userEvent.keyboard("ar");
  expect(screen.queryByRole("button", { name: "Setujui" })).not.toBeInTheDocument();
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  expect(requests.every(({ method }) => method === "GET")).toBe(true);
});

it("asks again before a stale reply is approved", async () => {
  const requests = fakeApi({
    "GET /replies": page(replyOf({ stale: true })),
    "POST /replies/r1/approve": { replyId: "r1", state: "approved" },
  });
  show(<RepliesPage />, { at: "/replies" });
  const approve = await screen.findByRole("button", { name: "Setujui" });
  expect(approve).toBeDisabled();
  await userEvent.click(screen.getByRole("checkbox", { name: /sudah membaca pesan terbaru/ }));
  await userEvent.click(approve);
  await waitFor(() => expect(requests.find(({ path }) => path === "/replies/r1/approve")?.body).toEqual({ acknowledgeStale: true }));
});

it("holds back what the check of words blocks, and shows the words", async () => {
  const lint = [{ code: "victory_promise", severity: "block" as const, message: "promise", excerpt: "pasti menang" }];
  fakeApi({ "GET /replies": page(replyOf({ lint })) });
  show(<RepliesPage />, { at: "/replies" });
  expect(await screen.findByRole("button", { name: "Setujui" })).toBeDisabled();
  expect(screen.getByText(/pasti menang/)).toBeInTheDocument();
});

it("shows the server's refusal in its own words, with its code", async () => {
  fakeApi({ ...queue, "POST /replies/r1/approve": refusal(409, "window_closed", "Jendela layanan sudah tertutup.") });
  show(<RepliesPage />, { at: "/replies" });
  await userEvent.click(await screen.findByRole("button", { name: "Setujui" }));
  expect(await screen.findByText("Jendela layanan sudah tertutup.")).toBeInTheDocument();
  expect(screen.getByText("Kode: window_closed")).toBeInTheDocument();
});

it("walks on to the next reply once one is decided", async () => {
  fakeApi({ ...queue, "POST /replies/r1/approve": { replyId: "r1", state: "approved" } });
  const { router } = show(<RepliesPage />, { at: "/replies?reply=r1" });
  await userEvent.click(await screen.findByRole("button", { name: "Setujui" }));
  await screen.findByRole("heading", { name: "Klien dua" });
  expect(router.state.location.search).toBe("?reply=r2");
});

it("approves selected replies together by keyboard, by what was read, and says which one keeps waiting", async () => {
  const hash = (digit: string) => digit.repeat(64);
  const requests = fakeApi({
    "GET /replies": page(
      { ...first, hash: hash("1") },
      { ...second, hash: hash("2") },
      replyOf({ id: "r3", stale: true, hash: hash("3") }),
    ),
    "POST /replies/approve": {
      approved: 1,
      replies: [
        { replyId: "r1", approved: true },
        { replyId: "r2", approved: false, code: "reply_changed", detail: "Kata-katanya lain." },
      ],
    },
  });
  show(<RepliesPage />, { at: "/replies" });
  await screen.findByRole("heading", { name: "Klien satu" });
  await userEvent.keyboard("xjxjx");
  await userEvent.keyboard("a");
  const dialog = await screen.findByRole("dialog", { name: "Setujui 2 balasan?" });
  expect(within(dialog).getByText("Surat kuasa kami kirim besok.")).toBeInTheDocument();
  await userEvent.keyboard("{Enter}");
  expect(await screen.findByText("Kata-katanya lain.")).toBeInTheDocument();
  expect(screen.getByRole("dialog", { name: "1 dari 2 disetujui" })).toBeInTheDocument();
  expect(requests.find(({ path }) => path === "/replies/approve")?.body).toEqual({
    replies: [
      { replyId: "r1", hash: hash("1") },
      { replyId: "r2", hash: hash("2") },
    ],
    total: 2,
  });
});
