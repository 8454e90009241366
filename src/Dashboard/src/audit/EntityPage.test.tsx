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
  expect(approved).toHaveTextContent("KeadaanKonsep → Disetujui");
  const state = screen.getByRole("region", { name: "Keadaan sekarang" });
  expect(within(state).getByText("Rincian · membaca").nextSibling).toHaveTextContent("3");
  expect(within(state).getByText("Uraian").nextSibling).toHaveTextContent("tersegel");
});

it("asks for the state after a step, and keeps the version in the address", async () => {
  const requests = fakeApi({ "GET /staff": page(), [`GET /audit/streams/${id}`]: entity });
  const { router } = show(<EntityPage />, at);
  const [first] = await screen.findAllByRole("button", { name: "Keadaan setelah ini" });
  await userEvent.click(first as HTMLElement);
  expect(router.state.location.search).toBe("?version=1");
  await waitFor(() => expect(requests.at(-1)?.search.get("version")).toBe("1"));
  expect(await screen.findByText("Ditampilkan")).toBeInTheDocument();
});

it("walks from step to step by its keys", async () => {
  const asOf = (search: URLSearchParams) => ({ ...entity, events: Number(search.get("version") ?? 2) });
  fakeApi({ "GET /staff": page(), [`GET /audit/streams/${id}`]: ({ search }: { search: URLSearchParams }) => asOf(search) });
  const { router } = show(<EntityPage />, at);
  const slider = await screen.findByRole("slider", { name: "Keadaan setelah langkah" });
  expect(slider).toHaveAttribute("aria-valuetext", "Langkah 2 dari 2");
  expect(screen.getByRole("button", { name: "Langkah berikutnya" })).toBeDisabled();
  await userEvent.click(screen.getByRole("button", { name: "Langkah sebelumnya" }));
  expect(router.state.location.search).toBe("?version=1");
  expect(await screen.findByRole("region", { name: "Keadaan setelah v1" })).toBeInTheDocument();
  await waitFor(() => expect(screen.getByRole("button", { name: "Langkah sebelumnya" })).toBeDisabled());
});

it.each(["asOf=2026-13-45", "asOf=yesterday", "version=-1", "version=1e9"])(
  "shows the present for an address that names no moment: %s",
  async (wrong) => {
    const requests = fakeApi({ "GET /staff": page(), [`GET /audit/streams/${id}`]: entity });
    show(<EntityPage />, { ...at, at: `/audit/streams/${id}?${wrong}` });
    expect(await screen.findByRole("region", { name: "Keadaan sekarang" })).toBeInTheDocument();
    expect(requests.some(({ search }) => search.has("asOf") || search.has("version"))).toBe(false);
  },
);

it("names a state's people and things in words", async () => {
  const person = { id: "5a000000-0000-4000-8000-000000000001", name: "Maria Lestari", email: "m@x", roles: ["lawyer"] };
  const state = {
    responsible: person.id,
    client: "3f2a9c1b-0000-4000-8000-000000000001",
    parties: [{ side: "Opposing" }],
    madeUpName: "x",
  };
  fakeApi({ "GET /staff": page(person), [`GET /audit/streams/${id}`]: { ...entity, state } });
  show(<EntityPage />, at);
  await waitFor(() => expect(screen.getByText("Advokat penanggung jawab").nextSibling).toHaveTextContent("Maria Lestari"));
  expect(screen.getByText("Klien").nextSibling).toHaveTextContent("K-3F2A9C1B");
  expect(screen.getByText("Pihak 1 · kedudukan").nextSibling).toHaveTextContent("Lawan");
  expect(screen.getByText("Made up name")).toBeInTheDocument();
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
