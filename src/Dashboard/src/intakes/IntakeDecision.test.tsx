import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { fakeApi, refusal } from "../testing/fakeApi";
import { show } from "../testing/render";
import { intakeOf } from "../testing/samples";
import { IntakeDecision } from "./IntakeDecision";

it("opens the matter of an accepted intake", async () => {
  fakeApi({ "POST /intakes/i1/accept": { matterId: "m1", number: "PKR-20261121-001" } });
  const { router } = show(<IntakeDecision intake={intakeOf()} />);
  await userEvent.click(screen.getByRole("button", { name: "Terima" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/matters/m1"));
});

it("shows the hits of a conflict check, and waives them only with a reason", async () => {
  const requests = fakeApi({
    "POST /intakes/i1/accept": ({ body }: { body: unknown }) =>
      JSON.stringify(body) === "{}"
        ? refusal(409, "conflict_hits", "Ada benturan.", {
            hits: [{ matterNumber: "PKR-20250310-002", side: "opposing", responsible: "Dewi" }],
          })
        : { matterId: "m1", number: "PKR-20261121-001" },
  });
  const { router } = show(<IntakeDecision intake={intakeOf()} />);
  await userEvent.click(screen.getByRole("button", { name: "Terima" }));
  const dialog = await screen.findByRole("dialog", { name: "Ada benturan kepentingan" });
  expect(dialog).toHaveTextContent("PKR-20250310-002 · Lawan · Dewi");
  await userEvent.type(within(dialog).getByRole("textbox", { name: "Alasan mengesampingkan" }), "Orang lain");
  await userEvent.click(within(dialog).getByRole("button", { name: "Kesampingkan dan terima" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/matters/m1"));
  expect(requests.at(-1)?.body).toEqual({ conflict: { decision: "waived", reason: "Orang lain" } });
});

it("declines only with a reason", async () => {
  const requests = fakeApi({ "POST /intakes/i1/decline": null });
  show(<IntakeDecision intake={intakeOf()} />);
  await userEvent.click(screen.getByRole("button", { name: "Tolak" }));
  const dialog = await screen.findByRole("dialog", { name: "Tolak wawancara" });
  await userEvent.type(within(dialog).getByRole("textbox", { name: "Alasan" }), "Di luar bidang kami");
  await userEvent.click(within(dialog).getByRole("button", { name: "Tolak wawancara" }));
  await waitFor(() => expect(requests[0]?.body).toEqual({ reason: "Di luar bidang kami" }));
});

it.each(["paralegal", "auditor", "firmAdmin"] as const)("leaves the decision out of the hands of the role %s", (role) => {
  fakeApi({});
  show(<IntakeDecision intake={intakeOf()} />, { roles: [role] });
  expect(screen.getByText("Menunggu keputusan advokat.")).toBeInTheDocument();
  expect(screen.queryByRole("button")).not.toBeInTheDocument();
});

it("waits for the client to submit", () => {
  fakeApi({});
  show(<IntakeDecision intake={intakeOf({ state: "inProgress" })} />);
  expect(screen.getByText(/Belum dapat diputuskan/)).toBeInTheDocument();
});
