import type { Session, StaffMember } from "../src/api/types";

export const maria: StaffMember = { id: "5a000000-0000-4000-8000-000000000001", name: "Maria Wijaya, S.H., M.H.", roles: ["lawyer"] };
export const budi: StaffMember = { id: "5a000000-0000-4000-8000-000000000002", name: "Budi Santoso", roles: ["paralegal"] };
export const ratna: StaffMember = { id: "5a000000-0000-4000-8000-000000000003", name: "Ratna Dewi", roles: ["firmAdmin"] };
export const adi: StaffMember = { id: "5a000000-0000-4000-8000-000000000004", name: "Adi Nugroho", roles: ["auditor"] };
export const staff = [maria, budi, ratna, adi];

export const tenantId = "7e000000-0000-4000-8000-000000000001";

const byName: Readonly<Record<string, StaffMember>> = { lawyer: maria, paralegal: budi, admin: ratna, auditor: adi };

/** `auditor@…` signs in the auditor, and so on; everybody else is the lawyer. */
export function sessionOf(email: string): Session {
  const member = byName[email.split("@")[0] ?? ""] ?? maria;
  return {
    staffId: member.id,
    name: member.name,
    email,
    roles: member.roles,
    tenantId,
    firmName: "Wijaya & Rekan",
    language: "id",
    antiforgeryToken: "demo",
  };
}
