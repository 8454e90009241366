import { useStaff } from "../tenancy/useAdministration";
import type { Known } from "./NameField";

/** Everybody of the staff as the log names them. */
export function useStaffActors(): readonly Known[] {
  const staff = useStaff();
  return (staff.data ?? []).map(({ id, name }) => ({ value: `staff:${id}`, name }));
}
