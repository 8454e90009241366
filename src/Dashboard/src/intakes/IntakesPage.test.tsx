import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { IntakeFunnel } from "../api/types";
import { fakeApi, page } from "../testing/fakeApi";
import { show } from "../testing/render";
import { intakeOf } from "../testing/samples";
import { intakeStates } from "./intakeStates";
import { IntakesPage } from "./IntakesPage";

const funnel: IntakeFunnel = {
  stages: [
    { stage: "started", count: 20 },
    { stage: "asked", count: 16 },
    { stage: "submitted", count: 8 },
    { stage: "reviewed", count: 6 },
    { stage: "accepted", count: 0 },
  ],
  states: intakeStates.map((state) => ({ state, count: state === "submitted" ? 2 : state === "lapsed" ? 5 : 0 })),
  definitions: [{ key: "criminal", title: { id: "Perkara pidana", en: "Criminal case" }, count: 20 }],
};

it("tells how many came how far, and each step narrows the list in the address", async () => {
  const requests = fakeApi({ "GET /intakes": page(intakeOf()), "GET /intakes/funnel": funnel });
  const { router } = show(<IntakesPage />, { at: "/intakes?period=30" });
  const steps = within(await screen.findByRole("list", { name: "Tahap wawancara" }));
  expect(steps.getByRole("button", { name: /Diserahkan/ })).toHaveTextContent("8");
  expect(steps.getByRole("button", { name: /Diserahkan/ })).toHaveTextContent("50% dari tahap sebelumnya");

  await userEvent.click(steps.getByRole("button", { name: /Diserahkan/ }));
  expect(router.state.location.search).toBe("?period=30&stage=submitted");
  const last = requests.filter(({ path }) => path === "/intakes").at(-1);
  expect([last?.search.get("stage"), last?.search.get("from")?.slice(10, 19)]).toEqual(["submitted", "T00:00:00"]);

  await userEvent.click(steps.getByRole("button", { name: /Diserahkan/ }));
  expect(router.state.location.search).toBe("?period=30");
});

it("shows where they stand now, without the states in which none does", async () => {
  fakeApi({ "GET /intakes": page(), "GET /intakes/funnel": funnel });
  const { router } = show(<IntakesPage />, { at: "/intakes?stage=reviewed" });
  const states = within(await screen.findByRole("group", { name: "Posisi sekarang" }));
  expect(await states.findByRole("button", { name: "Kedaluwarsa 5" })).toBeInTheDocument();
  expect(states.queryByRole("button", { name: /Dirujuk/ })).not.toBeInTheDocument();

  await userEvent.click(states.getByRole("button", { name: "Kedaluwarsa 5" }));
  expect(router.state.location.search).toBe("?state=lapsed");
  expect(await screen.findByText("Tidak ada wawancara di tahap ini")).toBeInTheDocument();
});
