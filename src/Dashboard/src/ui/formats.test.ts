import { expect, it } from "vitest";
import { clock, day, number, plainDate, rupiah, zoneOf } from "./formats";
import { serviceWindow } from "./serviceWindow";

it("writes money, numbers and dates as the firm does", () => {
  expect(rupiah(10_900_000, "id")).toBe("Rp10.900.000");
  expect(rupiah(-200_000, "id")).toBe("−Rp200.000");
  expect(number(1234567.89, "id")).toBe("1.234.567,89");
  expect(day("2026-11-21T03:00:00Z", "id")).toBe("21 November 2026");
  expect(plainDate("2026-11-21", "en")).toBe("21 November 2026");
});

it("tells the time of Jakarta where the browser stands in no Indonesian zone", () => {
  expect(zoneOf("Europe/Berlin")).toEqual({ name: "Asia/Jakarta", label: "WIB" });
  expect(zoneOf("Asia/Makassar")).toEqual({ name: "Asia/Makassar", label: "WITA" });
  expect(clock("2026-11-21T07:05:00Z", "id")).toBe("14.05");
});

it("calls a window closed in its last minute, since the hub no longer sends then", () => {
  const now = Date.parse("2026-11-21T03:00:00Z");
  const in_ = (seconds: number) => serviceWindow(new Date(now + seconds * 1000).toISOString(), now).state;
  expect([in_(7201), in_(7200), in_(60), in_(59)]).toEqual(["open", "closing", "closing", "closed"]);
  expect(serviceWindow(undefined, now).state).toBe("closed");
});
