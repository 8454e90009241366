import { expect, it } from "vitest";
import type { Role } from "../api/types";
import { may, mayClearFlag } from "./rights";

const roles: Role[] = ["lawyer", "paralegal", "firmAdmin", "auditor", "operator"];

it.each([
  ["decideReply", ["lawyer"]],
  ["decideIntake", ["lawyer"]],
  ["approveTime", ["lawyer"]],
  ["approveInvoice", ["lawyer"]],
  ["proposeReply", ["lawyer", "paralegal"]],
  ["readContent", ["lawyer", "paralegal"]],
  ["takeOver", ["lawyer", "paralegal", "firmAdmin"]],
  ["queryAudit", ["lawyer", "firmAdmin", "auditor"]],
  ["verifyAudit", ["lawyer", "firmAdmin", "auditor", "operator"]],
] as const)("allows %s to %j alone", (act, allowed) => expect(roles.filter((role) => may([role], act))).toEqual(allowed));

it("lets a paralegal clear only what does not press", () => {
  expect((["critical", "high", "normal", "low"] as const).filter((urgency) => mayClearFlag(["paralegal"], urgency))).toEqual([
    "normal",
    "low",
  ]);
  expect(mayClearFlag(["auditor"], "low")).toBe(false);
});
