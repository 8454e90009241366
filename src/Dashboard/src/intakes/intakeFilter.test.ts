import { expect, it } from "vitest";
import { hoursAhead } from "../ui/formats";
import { filterOf } from "./intakeFilter";

const noon = Date.parse("2026-11-21T05:00:00Z");
const of = (address: string) => filterOf(new URLSearchParams(address), noon);

it("shows all of them until somebody narrows the list", () => expect(of("")).toEqual({}));

it("narrows to a step of the funnel, a state and a form", () =>
  expect(of("stage=submitted&state=declined&definition=criminal")).toEqual({
    stage: "submitted",
    state: "declined",
    definition: "criminal",
  }));

it("counts a period in whole days, today among them", () =>
  expect(of("period=7")).toEqual({ from: `2026-11-15T00:00:00+0${hoursAhead}:00` }));

it("passes over what is no choice", () => expect(of("stage=done&state=maybe&period=3")).toEqual({}));
