import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { MatterSummary } from "../api/types";
import { fakeApi, page } from "../testing/fakeApi";
import { show } from "../testing/render";
import { timeEntryOf } from "../testing/samples";
import { DraftInvoiceDialog } from "./DraftInvoiceDialog";

const matterOf = (id: string, number: string): MatterSummary => ({
  id,
  number,
  title: "Pendampingan penyidikan",
  state: "open",
  practiceArea: "criminal",
  unbilledMinutes: 0,
});
const matters = page(matterOf("m1", "PKR-20261121-001"), matterOf("m2", "PKR-20261121-002"));
const dialog = () => show(<DraftInvoiceDialog onClose={() => undefined} />, { at: "/invoices" });

it("chooses the only matter with approved time, and says what will be billed", async () => {
  const requests = fakeApi({
    "GET /matters": matters,
    "GET /time-entries": page(
      timeEntryOf({ id: "1", minutes: 18, amount: 450_000 }),
      timeEntryOf({ id: "2", minutes: 6, amount: 150_000 }),
    ),
    "POST /invoices": { id: "i1" },
  });
  dialog();
  expect(await screen.findByRole("combobox", { name: "Perkara" })).toHaveTextContent("PKR-20261121-001");
  expect(screen.getByText(/2 catatan waktu/)).toHaveTextContent("2 catatan waktu · 24 mnt · Rp600.000");
  await userEvent.click(screen.getByRole("button", { name: "Buat konsep" }));
  expect(requests.find(({ method }) => method === "POST")).toMatchObject({ path: "/invoices", body: { matterId: "m1" } });
});

it("leaves the choice open between several", async () => {
  fakeApi({ "GET /matters": matters, "GET /time-entries": page(timeEntryOf({ id: "1" }), timeEntryOf({ id: "2", matterId: "m2" })) });
  dialog();
  await screen.findByRole("combobox", { name: "Perkara" });
  expect(screen.getByRole("button", { name: "Buat konsep" })).toBeDisabled();
});

it("says so where no time is approved", async () => {
  fakeApi({ "GET /matters": matters, "GET /time-entries": page() });
  dialog();
  expect(await screen.findByRole("alert")).toHaveTextContent("Belum ada waktu yang disetujui dan belum ditagih.");
  expect(screen.getByRole("button", { name: "Buat konsep" })).toBeDisabled();
});
