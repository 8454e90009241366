import ButtonBase from "@mui/material/ButtonBase";
import Checkbox from "@mui/material/Checkbox";
import { styled } from "@mui/material/styles";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Reply } from "../api/types";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Grow } from "../ui/Grow";
import { Line } from "../ui/Line";
import { Panel } from "../ui/Panel";
import { When } from "../ui/When";
import { WindowClock } from "../ui/WindowClock";
import { Words } from "../ui/Words";
import { mayBatch } from "./useReplies";

const Rows = styled("ul")(({ theme }) => ({
  listStyle: "none",
  margin: 0,
  padding: 0,
  [theme.breakpoints.down("md")]: { maxHeight: 220, overflowY: "auto" },
}));

const Item = styled("li", { shouldForwardProp: (name) => name !== "chosen" })<{ chosen: boolean }>(({ theme, chosen }) => ({
  display: "flex",
  alignItems: "stretch",
  borderBottom: `1px solid ${theme.vars.palette.hub.line}`,
  "&:last-child": { borderBottom: 0 },
  "&:hover": { backgroundColor: theme.vars.palette.action.hover },
  ...(chosen && {
    backgroundColor: theme.vars.palette.action.selected,
    boxShadow: `inset 2px 0 0 ${theme.vars.palette.primary.main}`,
  }),
  "& > .MuiCheckbox-root": { marginLeft: theme.spacing(1.5), borderRadius: 0, "& + *": { paddingLeft: theme.spacing(1.5) } },
}));

const Row = styled(ButtonBase)(({ theme }) => ({
  display: "block",
  flex: 1,
  minWidth: 0,
  textAlign: "left",
  padding: theme.spacing(2.5, 4),
  "&:focus-visible": { outlineOffset: -2 },
}));

interface Props {
  replies: readonly Reply[];
  chosen: string;
  onChoose: (reply: Reply) => void;
  selected: ReadonlySet<string>;
  /** None where nobody may decide. */
  onSelect?: (reply: Reply) => void;
}

export function ReplyQueue({ replies, chosen, onChoose, selected, onSelect }: Props) {
  const { t } = useTranslation();
  const current = useRef<HTMLLIElement>(null);
  useEffect(() => {
    current.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <Panel title={t("reply.queue")} flush action={<Badge>{replies.length}</Badge>}>
      <Rows>
        {replies.map((reply) => (
          <Item key={reply.id} chosen={reply.id === chosen} ref={reply.id === chosen ? current : undefined}>
            {onSelect !== undefined && (
              <Checkbox
                size="small"
                checked={selected.has(reply.id)}
                disabled={!mayBatch(reply)}
                onChange={() => onSelect(reply)}
                slotProps={{ input: { "aria-label": t("reply.select", { name: reply.clientLabel }) } }}
              />
            )}
            <Row aria-current={reply.id === chosen} onClick={() => onChoose(reply)}>
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
                  {reply.text ?? t("message.withheld")}
                </Words>
                <Line gap="tight">
                  <Badge tone="low">{t(`reply.source.${reply.source}`)}</Badge>
                  {reply.stale && <Badge tone="high">{t("reply.staleShort")}</Badge>}
                  {reply.lint.length > 0 && <Badge tone="high">{t("reply.findings", { count: reply.lint.length })}</Badge>}
                  <WindowClock closesAt={reply.windowClosesAt} />
                </Line>
              </Column>
            </Row>
          </Item>
        ))}
      </Rows>
    </Panel>
  );
}
