import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { fakeApi } from "../testing/fakeApi";
import { show } from "../testing/render";
import { QuarantineList } from "./QuarantineList";

const waiting = (reason: string, numberEnd: string | null, changes: number) => ({
  reason,
  numberEnd,
  changes,
  oldest: "2026-11-20T02:00:00Z",
  latest: "2026-11-21T02:00:00Z",
});

it("says for which number how much waits and what to do about it", async () => {
  fakeApi({
    "GET /quarantine": {
      items: [waiting("unregistered", "9999", 12), waiting("noChanges", null, 1)],
      next: null,
    },
  });
  show(<QuarantineList />);
  expect(await screen.findByText("ID nomor •••9999")).toBeVisible();
  expect(screen.getByText("12 kiriman")).toBeVisible();
  expect(screen.getByText(/Daftarkan nomor ini/)).toBeVisible();
  expect(screen.getByText(/tidak berisi daftar perubahan/)).toBeVisible();
});

it("says that nothing waits", async () => {
  fakeApi({ "GET /quarantine": { items: [], next: null } });
  show(<QuarantineList />);
  expect(await screen.findByText("Semua kiriman punya pemilik")).toBeVisible();
});
