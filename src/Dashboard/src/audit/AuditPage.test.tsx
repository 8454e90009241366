import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { AuditEvent } from "../api/types";
import { fakeApi, page, refusal, type Request } from "../testing/fakeApi";
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
  eventId: "e0000000-0000-4000-8000-000000000001",
};

const asked = (requests: readonly Request[]) => requests.find(({ path }) => path === "/audit/events");

it("keeps its filters in the address, and asks the server by them", async () => {
  const requests = fakeApi({ "GET /audit/events": page(event), "GET /staff": page() });
  const { router } = show(<AuditPage />, { at: "/audit?type=reply_approved", roles: ["auditor"] });
  await screen.findByRole("button", { name: "Balasan disetujui" });
  expect(asked(requests)?.search.get("type")).toBe("reply_approved");
  await userEvent.type(screen.getByRole("combobox", { name: "Pelaku" }), "staff:1");
  await userEvent.click(screen.getByRole("button", { name: "Saring" }));
  expect(router.state.location.search).toBe("?type=reply_approved&actor=staff%3A1");
  await waitFor(() => expect(asked(requests.toReversed())?.search.get("actor")).toBe("staff:1"));
});

it("counts the days of the filter whole, in the firm's zone", async () => {
  const requests = fakeApi({ "GET /audit/events": page(event), "GET /staff": page() });
  show(<AuditPage />, { at: "/audit?from=2026-11-01&to=2026-11-02", roles: ["auditor"] });
  await screen.findByRole("button", { name: "Balasan disetujui" });
  expect(asked(requests)?.search.get("from")).toBe("2026-10-31T17:00:00.000Z");
  expect(asked(requests)?.search.get("to")).toBe("2026-11-02T16:59:59.999Z");
});

it("leads to the export of what is filtered, which the browser downloads itself", async () => {
  fakeApi({ "GET /audit/events": page(event), "GET /staff": page() });
  show(<AuditPage />, { at: "/audit?type=reply_approved&from=2026-11-01", roles: ["auditor"] });
  const link = await screen.findByRole("link", { name: "Unduh NDJSON" });
  expect(link).toHaveAttribute("href", "/api/v1/audit/events?type=reply_approved&from=2026-10-31T17%3A00%3A00.000Z&format=ndjson");
  expect(link).toHaveAttribute("download");
});

it("exports everything with what a verifier needs", async () => {
  fakeApi({ "GET /audit/events": page(event), "GET /staff": page() });
  show(<AuditPage />, { at: "/audit", roles: ["auditor"] });
  const link = await screen.findByRole("link", { name: "Unduh semua dengan segel" });
  expect(link).toHaveAttribute("href", "/api/v1/audit/events?format=ndjson&with=ledger");
});

it("hands a date that no calendar has to the server, which says so", async () => {
  const requests = fakeApi({ "GET /staff": page(), "GET /audit/events": refusal(400, "invalid_request", "its parameter from") });
  show(<AuditPage />, { at: "/audit?from=2026-99-99", roles: ["auditor"] });
  await screen.findByText(/Ada nilai yang tidak dapat dibaca/);
  expect(asked(requests)?.search.get("from")).toBe("2026-99-99");
});

it("shows what is personal as sealed, and the rest as it is", async () => {
  fakeApi({ "GET /audit/events": page(event), "GET /staff": page() });
  show(<AuditPage />, { at: "/audit", roles: ["auditor"] });
  await userEvent.click(await screen.findByRole("button", { name: "Balasan disetujui" }));
  const detail = await screen.findByRole("dialog", { name: "Balasan disetujui" });
  expect(within(detail).getByLabelText("Data peristiwa")).toHaveTextContent('{ "text": "tersegel", "minutes": 18 }');
});

it("leads an operator, who may not read, to the verification", async () => {
  const requests = fakeApi({});
  const { router } = show(<AuditPage />, { at: "/audit", roles: ["operator"] });
  await waitFor(() => expect(router.state.location.pathname).toBe("/audit/seal"));
  expect(requests).toEqual([]);
});

it("takes several kinds of events, by what they are called", async () => {
  const requests = fakeApi({ "GET /audit/events": page(event), "GET /staff": page() });
  const { router } = show(<AuditPage />, { at: "/audit?type=reply_approved", roles: ["auditor"] });
  await screen.findByRole("button", { name: "Balasan disetujui" });
  // By text: the roles of a hundred options take a minute to compute here.
  fireEvent.change(screen.getByLabelText("Jenis"), { target: { value: "isi dibaca" } });
  await userEvent.click(await screen.findByText("content_read"));
  await userEvent.click(screen.getByText("Saring"));
  expect(router.state.location.search).toBe("?type=reply_approved%2Ccontent_read");
  await waitFor(() => expect(asked(requests.toReversed())?.search.get("type")).toBe("reply_approved,content_read"));
});

it("begins at the event that a link names", async () => {
  const requests = fakeApi({ "GET /audit/events": page(event), "GET /staff": page() });
  show(<AuditPage />, { at: "/audit?at=7", roles: ["auditor"] });
  await screen.findByRole("button", { name: "Balasan disetujui" });
  expect(asked(requests)?.search.get("after")).toBe("8");
});

it("tells two clients apart without naming either", async () => {
  fakeApi({
    "GET /audit/events": page(
      { ...event, subjectId: "3f2a9c1b-0000-4000-8000-000000000001" },
      { ...event, sequence: 6, subjectId: "77aa0012-0000-4000-8000-000000000001" },
    ),
  });
  show(<AuditPage />, { at: "/audit", roles: ["auditor"] });
  expect(await screen.findByText(/K-3F2A9C1B/)).toBeInTheDocument();
  expect(screen.getByText(/K-77AA0012/)).toBeInTheDocument();
});
