import { expect, it } from "vitest";
import { i18next } from "../texts/i18n";
import { timeLeft } from "./timeLeft";

const said = (seconds: number) => timeLeft(seconds * 1000, "id", i18next.getFixedT("id"));

it("says what is left in begun minutes, and in whole hours where minutes no longer matter", () => {
  expect([said(-5), said(1), said(61), said(60 * 60), said(90 * 60), said(28 * 60 * 60 + 500)]).toEqual([
    "0 mnt",
    "1 mnt",
    "2 mnt",
    "1 jam",
    "1 jam 30 mnt",
    "28 jam",
  ]);
});
