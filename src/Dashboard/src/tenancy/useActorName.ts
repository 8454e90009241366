import { useTranslation } from "react-i18next";
import { pseudonym } from "../audit/pseudonym";
import { useStaff } from "./useAdministration";

/** Who did it, as a person would say it: `staff:ID` by name, a client by pseudonym, a policy by its own name. What it cannot name stays as it is. */
export function useActorName(): (actor: string) => string {
  const { t } = useTranslation();
  const staff = useStaff();
  return (actor) => {
    const [kind = "", id = ""] = actor.split(/:(.*)/, 2);
    if (kind === "staff") return staff.data?.find((member) => member.id === id)?.name ?? actor;
    if (kind === "client") return t("actor.clientOf", { name: pseudonym(id) });
    if (kind === "system")
      return t("actor.systemOf", { name: t(`actor.of.${id}` as "actor.of.demo", { defaultValue: id.replaceAll("_", " ") }) });
    if (kind === "token") return t("actor.tokenOf", { name: id.slice(0, 8) });
    return actor;
  };
}
