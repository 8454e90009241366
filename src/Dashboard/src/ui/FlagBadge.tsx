import { Flag as FlagSign } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Flag } from "../api/types";
import { Badge } from "./Badge";

/** A firm writes its own flags: one without words here shows its name, made readable. */
export function FlagBadge({ flag }: { flag: Pick<Flag, "id" | "urgency" | "clearedAt"> }) {
  const { t } = useTranslation();
  const cleared = flag.clearedAt !== undefined && flag.clearedAt !== null;
  return (
    <Badge tone={cleared ? "low" : flag.urgency}>
      <FlagSign aria-hidden />
      {t(`flags.${flag.id}` as "flags.DETAINED", { defaultValue: readable(flag.id) })}
      {cleared && ` · ${t("flags.cleared")}`}
    </Badge>
  );
}

function readable(id: string): string {
  const words = id.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
