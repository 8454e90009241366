import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { Checkpoint, Ledger, Verification } from "../api/types";
import { fakeApi, page } from "../testing/fakeApi";
import { show } from "../testing/render";
import { SealPage } from "./SealPage";

const checkpoint: Checkpoint = { size: 1834, root: "ab12", at: "2026-11-21T03:00:00Z", keyId: "kid-1", jws: "a.b.c" };
const ledger: Ledger = { sealed: 1834, pending: 3, behindSeconds: 2, newest: checkpoint };
const intact: Verification = {
  intact: true,
  events: 1834,
  streams: 96,
  breaks: [],
  verifiedAt: "2026-11-21T03:00:00Z",
  sealed: 1831,
  checkpoints: 12,
  findings: [],
  found: 0,
};
const broken: Verification = {
  ...intact,
  intact: false,
  found: 2,
  breaks: [
    {
      streamId: "c0000000-0000-4000-8000-000000000001",
      streamType: "reply",
      version: 2,
      sequence: 7,
      code: "altered",
      problem: "Hash mismatch.",
    },
  ],
  findings: [{ code: "event_removed", problem: "The event is gone.", sequence: 9 }],
};

/** An answer that comes in pieces, as the hub sends it; the piece after the last report waits for the test. */
function streamed(parts: readonly string[]): { answer: Response; finish: () => void } {
  const bytes = new TextEncoder();
  let finish: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts.slice(0, -1)) controller.enqueue(bytes.encode(part));
      finish = () => {
        controller.enqueue(bytes.encode(parts.at(-1) ?? ""));
        controller.close();
      };
    },
  });
  return { answer: new Response(body, { headers: { "Content-Type": "text/event-stream" } }), finish: () => finish() };
}

const routes = (answer: unknown) => ({
  "GET /audit/ledger": ledger,
  "GET /audit/checkpoints": page(checkpoint),
  "POST /audit/verify": answer,
});

it("tells how far the verification is, and then what it found", async () => {
  const { answer, finish } = streamed([
    'event: progress\ndata: {"events":500,"total":1834}\n',
    "\n",
    `event: result\ndata: ${JSON.stringify(intact)}\n\n`,
  ]);
  fakeApi(routes(() => answer));
  show(<SealPage />, { at: "/audit/seal", roles: ["auditor"] });
  await userEvent.click(screen.getByRole("button", { name: "Verifikasi" }));
  expect(await screen.findByText("500 dari 1.834 peristiwa diperiksa")).toBeInTheDocument();
  expect(screen.getByRole("progressbar", { name: "Verifikasi sedang berjalan" })).toHaveAttribute("aria-valuenow", "27");
  finish();
  const result = await screen.findByRole("status", { name: "Hasil verifikasi" });
  expect(result).toHaveTextContent("Utuh. 1.834 peristiwa dalam 96 aliran diperiksa, 1.831 tersegel di bawah 12 titik segel");
});

it("names every break and finding, and leads to its place", async () => {
  fakeApi(routes(broken));
  show(<SealPage />, { at: "/audit/seal", roles: ["auditor"] });
  await userEvent.click(screen.getByRole("button", { name: "Verifikasi" }));
  const result = await screen.findByRole("status", { name: "Hasil verifikasi" });
  expect(result).toHaveTextContent("2 kerusakan ditemukan.");
  expect(screen.getByRole("link", { name: "Balasan c0000000 · v2" })).toHaveAttribute(
    "href",
    "/audit/streams/c0000000-0000-4000-8000-000000000001",
  );
  expect(screen.getByRole("link", { name: "#9" })).toHaveAttribute("href", "/audit?at=9");
});

it("says how far behind the sealing is", async () => {
  fakeApi(routes(intact));
  show(<SealPage />, { at: "/audit/seal", roles: ["auditor"] });
  expect(await screen.findByText("2 detik")).toBeInTheDocument();
  expect(await screen.findByRole("button", { name: "Unduh JWS" })).toBeEnabled();
});

it("lets an operator verify, and shows no checkpoint", async () => {
  const requests = fakeApi({ "GET /audit/ledger": ledger });
  show(<SealPage />, { at: "/audit/seal", roles: ["operator"] });
  expect(await screen.findByRole("button", { name: "Verifikasi" })).toBeEnabled();
  expect(requests.map(({ path }) => path)).not.toContain("/audit/checkpoints");
});
