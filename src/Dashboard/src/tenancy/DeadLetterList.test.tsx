import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { fakeApi } from "../testing/fakeApi";
import { show } from "../testing/render";
import { DeadLetterList } from "./DeadLetterList";

const letter = (id: string, kind: string, retriedAt: string | null = null) => ({
  id,
  kind,
  name: `nama-${id}`,
  reference: `rujukan-${id}`,
  reason: `sebab-${id}`,
  attempts: 6,
  at: "2026-11-21T02:00:00Z",
  retriedAt,
});

const letters = [letter("1", "message"), letter("2", "policy"), letter("3", "message", "2026-11-21T03:00:00Z")];

it("shows what waits with its reason and reference, and the rest by choice", async () => {
  fakeApi({ "GET /dead-letters": { items: letters, next: null } });
  show(<DeadLetterList />, { at: "/admin" });
  expect(await screen.findByText("sebab-1")).toBeVisible();
  expect(screen.getByText(/rujukan-1/)).toBeVisible();
  expect(screen.queryByText("sebab-3")).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Semua 3" }));
  expect(screen.getByText("sebab-3")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Aturan 1" }));
  expect(screen.queryByText("sebab-1")).not.toBeInTheDocument();
});

it("has all of a kind processed again and says what came of it", async () => {
  const requests = fakeApi({
    "GET /dead-letters": { items: letters, next: null },
    "POST /dead-letters/retry": { retried: 1, failed: 1, hasMore: false },
  });
  show(<DeadLetterList />, { at: "/admin?letters=message" });
  await userEvent.click(await screen.findByRole("button", { name: "Proses ulang semua" }));
  await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent("1 diproses ulang, 1 gagal lagi"));
  expect(requests.find((request) => request.method === "POST")?.body).toEqual({ kind: "message" });
});
