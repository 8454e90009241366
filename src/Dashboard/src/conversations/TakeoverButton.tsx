import Button from "@mui/material/Button";
import Tooltip from "@mui/material/Tooltip";
import { Hand, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Conversation } from "../api/types";
import { useCurrentSession, useMay } from "../tenancy/currentSession";
import { problemText } from "../ui/problemText";
import { useTakeover } from "./useConversations";

/** Taking over silences the script; giving back lets it go on. */
export function TakeoverButton({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const may = useMay();
  const { staffId } = useCurrentSession();
  const { takeOver, giveBack } = useTakeover(conversation.id);
  if (!may("takeOver")) return null;
  const held = conversation.state === "takenOver";
  const mine = held && conversation.takenOverBy?.id === staffId;
  const act = held ? giveBack : takeOver;
  const refusal = act.error === null ? "" : problemText(act.error, t);
  return (
    <Tooltip title={refusal || (held ? t("conversation.giveBackHint") : t("conversation.takeOverHint"))} {...(refusal && { open: true })}>
      <span>
        <Button
          color={refusal ? "error" : "inherit"}
          loading={act.isPending}
          disabled={held && !mine}
          startIcon={held ? <Undo2 size={15} aria-hidden /> : <Hand size={15} aria-hidden />}
          onClick={() => act.mutate()}
        >
          {held ? t("act.giveBack") : t("act.takeOver")}
        </Button>
      </span>
    </Tooltip>
  );
}
