import { expect, it } from "vitest";
import { intakeOf } from "../testing/samples";
import { byNeed } from "./byNeed";

it("puts what waits for a decision before what runs and what is over, the most urgent and the latest first", () => {
  const intakes = [
    intakeOf({ id: "over", state: "accepted", urgency: "critical" }),
    intakeOf({ id: "runs", state: "inProgress", urgency: "critical" }),
    intakeOf({ id: "waits", urgency: "normal", updatedAt: "2026-11-21T01:00:00Z" }),
    intakeOf({ id: "waits, later", urgency: "normal", updatedAt: "2026-11-21T02:00:00Z" }),
    intakeOf({ id: "waits, critical", state: "underReview", urgency: "critical" }),
  ];
  expect(intakes.sort(byNeed).map(({ id }) => id)).toEqual(["waits, critical", "waits, later", "waits", "runs", "over"]);
});
