import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import { Hand, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Conversation } from "../api/types";
import { useCurrentSession, useMay } from "../tenancy/currentSession";
import { problemText } from "../ui/problemText";
import { useTakeover } from "./useConversations";

/** Taking over silences the script; giving back lets it go on. */
export function TakeoverButton({ conversation, small = false }: { conversation: Conversation; small?: boolean }) {
  const { t } = useTranslation();
  const may = useMay();
  const { staffId } = useCurrentSession();
  const { takeOver, giveBack } = useTakeover(conversation.id);
  if (!may("takeOver")) return null;
  const held = conversation.state === "takenOver";
  // What the phone answers is nobody's in particular: anybody may let the script go on.
  const mine = held && (!conversation.takenOverBy || conversation.takenOverBy.id === staffId);
  const act = held ? giveBack : takeOver;
  const label = held ? t("act.giveBack") : t("act.takeOver");
  const Sign = held ? Undo2 : Hand;
  const refusal = act.error === null ? "" : problemText(act.error, t);
  return (
    <Tooltip title={refusal || (held ? t("conversation.giveBackHint") : t("conversation.takeOverHint"))} {...(refusal && { open: true })}>
      <span>
        {small ? (
          <IconButton
            aria-label={label}
            color={refusal ? "error" : "default"}
            loading={act.isPending}
            disabled={held && !mine}
            onClick={() => act.mutate()}
          >
            <Sign size={18} aria-hidden />
          </IconButton>
        ) : (
          <Button
            color={refusal ? "error" : "inherit"}
            loading={act.isPending}
            disabled={held && !mine}
            startIcon={<Sign size={15} aria-hidden />}
            onClick={() => act.mutate()}
          >
            {label}
          </Button>
        )}
      </span>
    </Tooltip>
  );
}
