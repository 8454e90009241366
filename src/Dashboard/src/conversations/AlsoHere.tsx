import Tooltip from "@mui/material/Tooltip";
import { styled } from "@mui/material/styles";
import { Eye } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Conversation } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { Badge } from "../ui/Badge";
import { usePresence } from "./usePresence";

const Cut = styled("span")({ maxWidth: 140, overflow: "hidden", textOverflow: "ellipsis" });

/** Who else has this conversation open, so that two do not answer at once. */
export function AlsoHere({ conversation, small = false }: { conversation: Conversation; small?: boolean }) {
  const { t } = useTranslation();
  const may = useMay();
  const others = usePresence(conversation.id, may("takeOver"));
  const [first] = others;
  const names = others.map(({ name }) => name).join(", ");
  return (
    <span role="status">
      {first !== undefined && (
        <Tooltip title={t("presence.alsoHere", { names })}>
          <Badge tone="accent" aria-label={t("presence.alsoHere", { names })}>
            <Eye aria-hidden />
            {small ? others.length : <Cut>{others.length === 1 ? first.name : t("presence.count", { count: others.length })}</Cut>}
          </Badge>
        </Tooltip>
      )}
    </span>
  );
}
