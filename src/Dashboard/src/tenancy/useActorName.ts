import { useTranslation } from "react-i18next";
import { useStaff } from "./useAdministration";

/** Who did it, as a person would say it: `staff:ID` by name, a client, a policy or a token as such. What it cannot name stays as it is. */
export function useActorName(): (actor: string) => string {
  const { t } = useTranslation();
  const staff = useStaff();
  return (actor) => {
    const [kind = "", id = ""] = actor.split(/:(.*)/, 2);
    if (kind === "staff") return staff.data?.find((member) => member.id === id)?.name ?? actor;
    if (kind === "client") return t("actor.client");
    if (kind === "system") return t("actor.system");
    if (kind === "token") return t("actor.token");
    return actor;
  };
}
