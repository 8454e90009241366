import type { Role, Urgency } from "../api/types";

export type Act =
  | "readContent"
  | "readQueue"
  | "takeOver"
  | "proposeReply"
  | "decideReply"
  | "decideIntake"
  | "decideConflict"
  | "recordTime"
  | "approveTime"
  | "draftInvoice"
  | "approveInvoice"
  | "draftArticle"
  | "publishArticle"
  | "queryAudit"
  | "askAudit"
  | "verifyAudit"
  | "moveTicket"
  | "writeDefinition"
  | "publishDefinition"
  | "keepPacks"
  | "installPack"
  | "syncTemplates"
  | "administer"
  | "retryDeadLetters";

// The table of actors and rights. The server decides; this only keeps the screen from offering what it would refuse.
const allowed: Readonly<Record<Act, readonly Role[]>> = {
  readContent: ["lawyer", "paralegal"],
  readQueue: ["lawyer", "paralegal", "firmAdmin", "auditor"],
  takeOver: ["lawyer", "paralegal", "firmAdmin"],
  proposeReply: ["lawyer", "paralegal"],
  decideReply: ["lawyer"],
  decideIntake: ["lawyer"],
  decideConflict: ["lawyer"],
  recordTime: ["lawyer", "paralegal"],
  approveTime: ["lawyer"],
  draftInvoice: ["lawyer"],
  approveInvoice: ["lawyer"],
  draftArticle: ["lawyer", "paralegal"],
  publishArticle: ["lawyer"],
  queryAudit: ["lawyer", "firmAdmin", "auditor"],
  askAudit: ["firmAdmin", "auditor"],
  verifyAudit: ["lawyer", "firmAdmin", "auditor", "operator"],
  moveTicket: ["lawyer", "paralegal", "firmAdmin"],
  writeDefinition: ["lawyer", "paralegal", "firmAdmin"],
  publishDefinition: ["lawyer"],
  keepPacks: ["lawyer", "firmAdmin"],
  installPack: ["lawyer"],
  syncTemplates: ["firmAdmin"],
  administer: ["firmAdmin"],
  retryDeadLetters: ["firmAdmin", "operator"],
};

export function may(roles: readonly Role[], act: Act): boolean {
  return roles.some((role) => allowed[act].includes(role));
}

/** A paralegal clears what is normal or low; what presses is a lawyer's to clear. */
export function mayClearFlag(roles: readonly Role[], urgency: Urgency): boolean {
  return roles.includes("lawyer") || (roles.includes("paralegal") && (urgency === "normal" || urgency === "low"));
}
