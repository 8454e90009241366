import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { AuditEvent } from "../api/types";
import { fakeApi, page } from "../testing/fakeApi";
import { show } from "../testing/render";
import { AuditPage } from "./AuditPage";

const event: AuditEvent = {
  sequence: 7,
  streamId: "c0000000-0000-4000-8000-000000000001",
  streamType: "reply",
  version: 2,
  type: "reply_approved",
  data: { text: { sealed: true }, minutes: 18 },
  tenantId: "t",
  occurredAt: "2026-11-21T03:00:00Z",
  actor: "staff:5a000000-0000-4000-8000-000000000001",
  correlationId: "c1000000-0000-4000-8000-000000000001",
  hash: "b7",
};

it("keeps its filters in the address, and asks the server by them", async () => {
  const requests = fakeApi({ "GET /audit/events": page(event) });
  const { router } = show(<AuditPage />, { at: "/audit?type=reply_approved", roles: ["auditor"] });
  await screen.findByRole("button", { name: "Balasan disetujui" });
  expect(requests[0]?.search.get("type")).toBe("reply_approved");
  await userEvent.type(screen.getByRole("textbox", { name: "Pelaku" }), "staff:1");
  await userEvent.click(screen.getByRole("button", { name: "Saring" }));
  expect(router.state.location.search).toBe("?type=reply_approved&actor=staff%3A1");
  await waitFor(() => expect(requests.at(-1)?.search.get("actor")).toBe("staff:1"));
});

it("counts the days of the filter whole, in the firm's zone", async () => {
  const requests = fakeApi({ "GET /audit/events": page(event) });
  show(<AuditPage />, { at: "/audit?from=2026-11-01&to=2026-11-02", roles: ["auditor"] });
  await screen.findByRole("button", { name: "Balasan disetujui" });
  expect(requests[0]?.search.get("from")).toBe("2026-10-31T17:00:00.000Z");
  expect(requests[0]?.search.get("to")).toBe("2026-11-02T16:59:59.999Z");
});

it("shows what is personal as sealed, and the rest as it is", async () => {
  fakeApi({ "GET /audit/events": page(event) });
  show(<AuditPage />, { at: "/audit", roles: ["auditor"] });
  await userEvent.click(await screen.findByRole("button", { name: "Balasan disetujui" }));
  const detail = await screen.findByRole("dialog", { name: "Balasan disetujui" });
  expect(within(detail).getByLabelText("Data peristiwa")).toHaveTextContent('{ "text": "tersegel", "minutes": 18 }');
});

it("names every break that a verification finds", async () => {
  fakeApi({
    "GET /audit/events": page(event),
    "POST /audit/verify": {
      intact: false,
      events: 1834,
      streams: 96,
      breaks: [{ streamId: event.streamId, streamType: "reply", version: 2, sequence: 7, problem: "hash_mismatch" }],
      verifiedAt: "2026-11-21T03:00:00Z",
    },
  });
  show(<AuditPage />, { at: "/audit", roles: ["auditor"] });
  await userEvent.click(screen.getByRole("button", { name: "Verifikasi" }));
  const result = await screen.findByRole("status", { name: "Hasil verifikasi" });
  expect(result).toHaveTextContent("1 kerusakan ditemukan.");
  expect(result).toHaveTextContent("reply c0000000 · v2 · #7: hash_mismatch");
  expect(result).toHaveTextContent("1.834 peristiwa dalam 96 aliran");
});

it("lets an operator verify, but not read", () => {
  const requests = fakeApi({});
  show(<AuditPage />, { at: "/audit", roles: ["operator"] });
  expect(screen.getByRole("button", { name: "Verifikasi" })).toBeEnabled();
  expect(screen.queryByRole("button", { name: "Unduh NDJSON" })).not.toBeInTheDocument();
  expect(requests).toEqual([]);
});
