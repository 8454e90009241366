import Divider from "@mui/material/Divider";
import IconButton from "@mui/material/IconButton";
import ListItemIcon from "@mui/material/ListItemIcon";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { AlarmClock, Ban, CheckCheck, EllipsisVertical, RotateCcw, UserRoundPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Conversation } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { ReasonDialog } from "../ui/ReasonDialog";
import { AssignDialog } from "./AssignDialog";
import { SnoozeDialog } from "./SnoozeDialog";
import { StandingProblem } from "./StandingProblem";
import { useStanding } from "./useStanding";

type Asked = "assign" | "snooze" | "block";

/** What staff does with a conversation as a whole: whose it is, whether it waits, whether it is done. */
export function ConversationMenu({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const may = useMay();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [asked, setAsked] = useState<Asked>();
  const { wake, resolve, reopen, block } = useStanding(conversation.id);
  if (!may("takeOver")) return null;
  const ask = (what: Asked) => () => {
    setAnchor(null);
    setAsked(what);
  };
  const now = (act: { mutate: () => void }) => () => {
    setAnchor(null);
    act.mutate();
  };
  const done = () => setAsked(undefined);
  const { blocked, standing } = conversation;
  return (
    <>
      <IconButton
        aria-label={t("standing.menu")}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <EllipsisVertical size={18} aria-hidden />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem onClick={ask("assign")}>
          <ListItemIcon>
            <UserRoundPlus size={16} aria-hidden />
          </ListItemIcon>
          {t("standing.assign")}
        </MenuItem>
        {standing === "open" && (
          <MenuItem onClick={ask("snooze")}>
            <ListItemIcon>
              <AlarmClock size={16} aria-hidden />
            </ListItemIcon>
            {t("standing.snooze")}
          </MenuItem>
        )}
        {standing === "snoozed" && (
          <MenuItem onClick={now(wake)}>
            <ListItemIcon>
              <AlarmClock size={16} aria-hidden />
            </ListItemIcon>
            {t("standing.wake")}
          </MenuItem>
        )}
        <MenuItem onClick={now(standing === "resolved" ? reopen : resolve)}>
          <ListItemIcon>
            {standing === "resolved" ? <RotateCcw size={16} aria-hidden /> : <CheckCheck size={16} aria-hidden />}
          </ListItemIcon>
          {standing === "resolved" ? t("standing.reopen") : t("standing.resolve")}
        </MenuItem>
        {may("decideReply") && <Divider />}
        {may("decideReply") && (
          <MenuItem onClick={ask("block")}>
            <ListItemIcon>
              <Ban size={16} aria-hidden />
            </ListItemIcon>
            {blocked ? t("standing.unblock") : t("standing.block")}
          </MenuItem>
        )}
      </Menu>
      <StandingProblem acts={[wake, resolve, reopen]} />
      {asked === "assign" && <AssignDialog conversation={conversation} onClose={done} />}
      {asked === "snooze" && <SnoozeDialog conversation={conversation} onClose={done} />}
      {asked === "block" && (
        <ReasonDialog
          title={blocked ? t("standing.unblockTitle") : t("standing.blockTitle")}
          explanation={blocked ? t("standing.unblockHint") : t("standing.blockHint")}
          confirm={blocked ? t("standing.unblock") : t("standing.block")}
          grave={!blocked}
          pending={block.isPending}
          error={block.error}
          onConfirm={(reason) => block.mutate({ reason, blocked: !blocked }, { onSuccess: done })}
          onClose={done}
        />
      )}
    </>
  );
}
