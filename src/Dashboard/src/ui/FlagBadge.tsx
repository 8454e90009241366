import { Flag as FlagSign } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Flag } from "../api/types";
import { Badge } from "./Badge";
import { useFlagName } from "./useFlagName";

export function FlagBadge({ flag }: { flag: Pick<Flag, "id" | "urgency" | "clearedAt"> }) {
  const { t } = useTranslation();
  const nameOf = useFlagName();
  const cleared = flag.clearedAt !== undefined && flag.clearedAt !== null;
  return (
    <Badge tone={cleared ? "low" : flag.urgency}>
      <FlagSign aria-hidden />
      {nameOf(flag.id)}
      {cleared && ` · ${t("flags.cleared")}`}
    </Badge>
  );
}
