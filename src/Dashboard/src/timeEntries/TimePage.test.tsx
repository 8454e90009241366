import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { fakeApi, page } from "../testing/fakeApi";
import { show } from "../testing/render";
import { timeEntryOf } from "../testing/samples";
import { TimePage } from "./TimePage";
import { byDay } from "./timeStates";

it("saves the words before it approves the minutes chosen", async () => {
  const requests = fakeApi({
    "GET /time-entries": page(timeEntryOf()),
    "POST /time-entries/t1/edit": null,
    "POST /time-entries/t1/approve": null,
  });
  show(<TimePage />, { at: "/time" });
  const narrative = await screen.findByRole("textbox", { name: "Uraian" });
  await userEvent.clear(narrative);
  await userEvent.type(narrative, "Menjawab klien");
  const minutes = screen.getByRole("spinbutton", { name: "Menit" });
  await userEvent.clear(minutes);
  await userEvent.type(minutes, "20");
  expect(screen.getByText("ditagih 24 menit")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Setujui" }));
  await waitFor(() => expect(requests.filter(({ method }) => method === "POST")).toHaveLength(2));
  expect(requests.filter(({ method }) => method === "POST").map(({ path, body }) => [path, body])).toEqual([
    ["/time-entries/t1/edit", { minutes: 20, narrative: "Menjawab klien" }],
    ["/time-entries/t1/approve", { minutes: 20 }],
  ]);
});

it("shows the evidence beside the suggestion, in words", async () => {
  fakeApi({
    "GET /time-entries": page(
      timeEntryOf({ because: ["drafting: 12 minutes for 90 words written", "complexity: complex", "something new"] }),
    ),
  });
  show(<TimePage />, { at: "/time" });
  expect(await screen.findByText("Menulis")).toBeInTheDocument();
  expect(screen.getByText("12 mnt")).toBeInTheDocument();
  expect(screen.getByText("Kerumitan: Rumit")).toBeInTheDocument();
  expect(screen.getByText("something new")).toBeInTheDocument();
  expect(screen.queryByText(/12 minutes/)).not.toBeInTheDocument();
});

it("explains a suggestion too short to bill, and blames only what the reader types", async () => {
  fakeApi({ "GET /time-entries": page(timeEntryOf({ minutes: 0, units: 0, amount: 0, because: ["below two minutes"] })) });
  show(<TimePage />, { at: "/time" });
  const minutes = await screen.findByRole("spinbutton", { name: "Menit" });
  expect(minutes).toHaveAccessibleDescription(/Terlalu singkat untuk ditagih/);
  expect(minutes).toHaveAttribute("aria-invalid", "false");
  expect(screen.getByRole("button", { name: "Setujui" })).toBeDisabled();
  await userEvent.clear(minutes);
  expect(minutes).toHaveAttribute("aria-invalid", "true");
  expect(minutes).toHaveAccessibleDescription("Isi menit bulat antara 1 dan 1440.");
  await userEvent.type(minutes, "6");
  expect(minutes).toHaveAttribute("aria-invalid", "false");
  expect(screen.getByRole("button", { name: "Setujui" })).toBeEnabled();
});

it("lets a paralegal edit own time and approve none", async () => {
  fakeApi({ "GET /time-entries": page(timeEntryOf()) });
  show(<TimePage />, { at: "/time", roles: ["paralegal"] });
  expect(await screen.findByRole("textbox", { name: "Uraian" })).toBeEnabled();
  expect(screen.queryByRole("button", { name: "Setujui" })).not.toBeInTheDocument();
});

it("adds up a day without what was rejected", () => {
  const days = byDay([
    timeEntryOf({ id: "1", minutes: 18, amount: 450_000 }),
    timeEntryOf({ id: "2", minutes: 6, amount: 150_000, state: "rejected" }),
    timeEntryOf({ id: "3", workDate: "2026-11-20", minutes: 12, amount: 300_000 }),
  ]);
  expect(days.map(({ date, minutes, amount }) => [date, minutes, amount])).toEqual([
    ["2026-11-21", 18, 450_000],
    ["2026-11-20", 12, 300_000],
  ]);
});
