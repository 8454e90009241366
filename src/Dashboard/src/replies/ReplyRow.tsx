import { useTranslation } from "react-i18next";
import type { Reply } from "../api/types";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Grow } from "../ui/Grow";
import { Line } from "../ui/Line";
import { RowLink } from "../ui/RowLink";
import { When } from "../ui/When";
import { WindowClock } from "../ui/WindowClock";
import { Words } from "../ui/Words";

export function ReplyRow({ reply }: { reply: Reply }) {
  const { t } = useTranslation();
  return (
    <RowLink to={`/replies?reply=${reply.id}`}>
      <Column gap="tight">
        <Line firm>
          <Grow>
            <Words look="strong" cut>
              {reply.clientLabel}
            </Words>
          </Grow>
          <Words look="small">
            <When at={reply.proposedAt} />
          </Words>
        </Line>
        <Words look="muted" cut>
          {reply.text === "" ? (reply.media?.fileName ?? t("attachment.label")) : (reply.text ?? t("message.withheld"))}
        </Words>
        <Line gap="tight">
          <Badge tone="low">{t("reply.proposedBy", { name: reply.proposedBy.name })}</Badge>
          {reply.stale && <Badge tone="high">{t("reply.staleShort")}</Badge>}
          <WindowClock closesAt={reply.windowClosesAt} />
        </Line>
      </Column>
    </RowLink>
  );
}
