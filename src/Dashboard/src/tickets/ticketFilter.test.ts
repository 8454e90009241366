import { expect, it } from "vitest";
import { filterOf, shownOf } from "./ticketFilter";

const of = (address: string) => filterOf(new URLSearchParams(address));

it("shows what is open until somebody asks for more", () => {
  expect(of("")).toEqual({ closed: false });
  expect(of("show=closed")).toEqual({ closed: true });
  expect(of("show=all")).toEqual({});
  expect(shownOf(new URLSearchParams("show=nonsense"))).toBe("open");
});

it("narrows by state, category, place and age", () =>
  expect(of("state=diproses&category=sampah&region=3273&minDays=3&maxDays=7")).toEqual({
    state: "diproses",
    category: "sampah",
    region: "3273",
    minDays: 3,
    maxDays: 7,
  }));

it("keeps the tickets without a place apart from those of any place", () => expect(of("region=")).toEqual({ closed: false, region: "" }));

it("looks for a number among all of them", () => expect(of("number=001")).toEqual({ number: "001" }));

it("passes over an age that is none", () => expect(of("minDays=soon&maxDays=-1")).toEqual({ closed: false }));
