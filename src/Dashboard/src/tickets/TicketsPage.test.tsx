import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { fakeApi, page, refusal } from "../testing/fakeApi";
import { show } from "../testing/render";
import { ticketOf } from "../testing/samples";
import { TicketsPage } from "./TicketsPage";

const none = { total: 0, open: 0, byState: [], byCategory: [], byRegion: [], byAge: [], byWeek: [] };

it("waits visibly, and says what will stand here once somebody complains", async () => {
  fakeApi({ "GET /tickets": page(), "GET /tickets/statistics": none });
  show(<TicketsPage />, { at: "/tickets" });
  expect(screen.getAllByRole("status", { name: "Memuat" })).not.toHaveLength(0);
  expect(await screen.findByText("Belum ada laporan")).toBeInTheDocument();
});

it("tells an empty search from an empty list", async () => {
  const requests = fakeApi({ "GET /tickets": page(), "GET /tickets/statistics": none });
  show(<TicketsPage />, { at: "/tickets?number=LAP-9" });
  expect(await screen.findByText("Tidak ada yang cocok")).toBeInTheDocument();
  expect(requests.find(({ path }) => path === "/tickets")?.search.get("number")).toBe("LAP-9");
});

it("says why the tickets cannot be shown, and tries again", async () => {
  let broken = true;
  fakeApi({
    "GET /tickets": () => (broken ? refusal(503, "unavailable", "Basis data sedang dimulai ulang.") : page(ticketOf())),
    "GET /tickets/statistics": none,
  });
  show(<TicketsPage />, { at: "/tickets" });
  expect(await screen.findByText(/unavailable/)).toBeInTheDocument();
  broken = false;
  await userEvent.click(screen.getByRole("button", { name: "Coba lagi" }));
  const row = await screen.findByRole("link", { name: /Jalan rusak/ });
  expect(row).toHaveAttribute("href", "/tickets/l1");
  expect(row).toHaveTextContent("LAP-20261121-001 · Wilayah tidak disebut");
});
