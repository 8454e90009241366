import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { OfficeSettings } from "../api/types";
import { fakeApi } from "../testing/fakeApi";
import { show } from "../testing/render";
import { OfficeHoursForm } from "./OfficeHoursForm";

const settings: OfficeSettings = {
  hours: { zone: "wib", week: [{ day: "monday", from: "08:00:00", to: "17:00:00" }], holidays: [] },
  takeoverIdleMinutes: 240,
  isOpen: true,
  noticeVersion: 0,
  targets: [],
};

it("writes hours to 24, and saves what was changed", async () => {
  const requests = fakeApi({ "POST /firm/office-hours": null, "POST /firm/takeover-idle-time": null, "GET /firm/office-hours": settings });
  show(<OfficeHoursForm settings={settings} />, { roles: ["firmAdmin"] });
  const to = screen.getByRole("textbox", { name: "Senin sampai" });
  expect(to).toHaveValue("17.00");
  expect(screen.getByRole("textbox", { name: "Sabtu mulai" })).toBeDisabled();
  await userEvent.clear(to);
  await userEvent.type(to, "16:3");
  expect(screen.getByRole("button", { name: "Simpan" })).toBeDisabled();
  await userEvent.type(to, "0");
  await userEvent.click(screen.getByRole("checkbox", { name: "Sabtu" }));
  await userEvent.click(screen.getByRole("button", { name: "Simpan" }));
  await waitFor(() => expect(screen.getByText("Tersimpan.")).toBeInTheDocument());
  const saved = requests.filter(({ method }) => method === "POST").map(({ body }) => body);
  expect(saved[0]).toEqual({
    zone: "wib",
    week: [
      { day: "monday", from: "08:00:00", to: "16:30:00" },
      { day: "saturday", from: "08:00:00", to: "17:00:00" },
    ],
    holidays: [],
  });
  expect(saved[1]).toEqual({ minutes: 240 });
});
