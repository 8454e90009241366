import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { fakeApi, page, refusal } from "../testing/fakeApi";
import { show } from "../testing/render";
import { templateOf } from "../testing/samples";
import { TemplatesPage } from "./TemplatesPage";

const synced = { "GET /templates/sync": { at: "2026-11-21T03:00:00Z", found: 1, changed: 0, gone: 0 } };

it("waits visibly, and says that nothing was ever taken in", async () => {
  fakeApi({ "GET /templates": page(), "GET /templates/sync": { at: null, found: 0, changed: 0, gone: 0 } });
  show(<TemplatesPage />, { at: "/templates", path: "/templates/:id?" });
  expect(screen.getByRole("status", { name: "Memuat" })).toBeInTheDocument();
  expect(await screen.findByText("Belum ada templat")).toBeInTheDocument();
  expect(await screen.findByText("Belum pernah diselaraskan")).toBeInTheDocument();
});

it("says why the templates cannot be shown, and tries again", async () => {
  let broken = true;
  fakeApi({
    ...synced,
    "GET /templates": () => (broken ? refusal(503, "unavailable", "Basis data sedang dimulai ulang.") : page(templateOf())),
  });
  show(<TemplatesPage />, { at: "/templates", path: "/templates/:id?" });
  expect(await screen.findByText(/unavailable/)).toBeInTheDocument();
  broken = false;
  await userEvent.click(screen.getByRole("button", { name: "Coba lagi" }));
  expect(await screen.findByRole("link", { name: /jadwal_pertemuan/ })).toHaveAttribute("href", "/templates/t1");
});

it("shows a template as the client will see it, and the way back to all of them", async () => {
  fakeApi({ ...synced, "GET /templates": page(templateOf({ status: "PAUSED", sendable: false })) });
  show(<TemplatesPage />, { at: "/templates/t1", path: "/templates/:id?" });
  expect(await screen.findByText("Yth. Ibu Sari, sampai jumpa pukul 10.00.")).toBeInTheDocument();
  expect(screen.getByText(/Meta menjedanya/)).toBeInTheDocument();
  expect(screen.getByText("Isi {{1}}, {{2}}")).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Semua templat" })).toHaveAttribute("href", "/templates");
});
