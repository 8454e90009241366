import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { AuditEvent, Entity } from "../api/types";
import { fakeApi, page, refusal } from "../testing/fakeApi";
import { show } from "../testing/render";
import { EntityPage } from "./EntityPage";

const id = "c0000000-0000-4000-8000-000000000001";
const event = (version: number, type: string): AuditEvent => ({
  sequence: 10 + version,
  streamId: id,
  streamType: "time_entry",
  version,
  type,
  data: {},
  tenantId: "t",
  occurredAt: `2026-11-21T03:0${version}:00Z`,
  actor: "staff:1",
  correlationId: "c1000000-0000-4000-8000-000000000001",
  hash: "b7",
  eventId: `e0000000-0000-4000-8000-00000000000${version}`,
});
const entity: Entity = {
  streamId: id,
  streamType: "time_entry",
  events: 2,
  state: { state: "Approved", narrative: { sealed: true }, components: { reading: 3 } },
  steps: page(
    { event: event(1, "time_entry_recorded"), changes: [{ field: "state", before: null, after: "Draft" }] },
    { event: event(2, "time_entry_approved"), changes: [{ field: "state", before: "Draft", after: "Approved" }] },
  ) as Entity["steps"],
};
const at = { at: `/audit/streams/${id}`, path: "/audit/streams/:id", roles: ["auditor" as const] };

it("shows each step with the difference it made, and the state they lead to", async () => {
  fakeApi({ "GET /staff": page(), [`GET /audit/streams/${id}`]: entity });
  show(<EntityPage />, at);
  expect(await screen.findByRole("heading", { name: "Catatan waktu c0000000" })).toBeInTheDocument();
  const [, approved] = screen.getAllByRole("listitem");
  expect(approved).toHaveTextContent("v2 · Waktu disetujui");
  expect(approved).toHaveTextContent("stateDraft → Approved");
  const state = screen.getByRole("region", { name: "Keadaan sekarang" });
  expect(within(state).getByText("components.reading").nextSibling).toHaveTextContent("3");
  expect(within(state).getByText("narrative").nextSibling).toHaveTextContent("tersegel");
});

it("asks for the state after a step, and keeps the moment in the address", async () => {
  const requests = fakeApi({ "GET /staff": page(), [`GET /audit/streams/${id}`]: entity });
  const { router } = show(<EntityPage />, at);
  const [first] = await screen.findAllByRole("button", { name: "Keadaan setelah ini" });
  await userEvent.click(first as HTMLElement);
  expect(new URLSearchParams(router.state.location.search).get("asOf")).toBe("2026-11-21T03:01:00Z");
  await waitFor(() => expect(requests.at(-1)?.search.get("asOf")).toBe("2026-11-21T03:01:00Z"));
  expect(await screen.findByText("Ditampilkan")).toBeInTheDocument();
});

it("says when there was nothing yet at that moment", async () => {
  fakeApi({
    "GET /staff": page(),
    [`GET /audit/streams/${id}`]: ({ search }: { search: URLSearchParams }) =>
      search.has("asOf") ? refusal(404, "stream_not_found", "There is no such stream.") : entity,
  });
  show(<EntityPage />, { ...at, at: `/audit/streams/${id}?asOf=2020-01-01` });
  expect(await screen.findByText("Tidak ada pada saat itu")).toBeInTheDocument();
});
