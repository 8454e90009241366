import ButtonBase from "@mui/material/ButtonBase";
import { styled } from "@mui/material/styles";
import { useTranslation } from "react-i18next";
import type { AuditEvent } from "../api/types";
import { Column } from "../ui/Column";
import { Grow } from "../ui/Grow";
import { Line } from "../ui/Line";
import { When } from "../ui/When";
import { Words } from "../ui/Words";
import { eventName } from "./eventName";
import { pseudonym } from "./pseudonym";
import { shortId } from "./shortId";
import { streamName } from "./streamName";

const Row = styled(ButtonBase)(({ theme }) => ({
  display: "block",
  width: "100%",
  textAlign: "left",
  padding: theme.spacing(2.5, 4),
  borderBottom: `1px solid ${theme.vars.palette.hub.line}`,
  "&:hover": { backgroundColor: theme.vars.palette.action.hover },
  "&:focus-visible": { outlineOffset: -2 },
}));

interface Props {
  event: AuditEvent;
  actor: string;
  onOpen: (event: AuditEvent) => void;
}

/** One event where a table has no room: the same facts, under each other. */
export function EventRow({ event, actor, onOpen }: Props) {
  const { t } = useTranslation();
  return (
    <Row onClick={() => onOpen(event)}>
      <Column gap="none">
        <Line firm>
          <Grow>
            <Words look="strong">{eventName(event.type, t)}</Words>
          </Grow>
          <Words look="small" className="figures">
            #{event.sequence}
          </Words>
        </Line>
        <Words>
          {actor} · <When at={event.occurredAt} look="exact" />
        </Words>
        <Words look="small">
          {streamName(event.streamType, t)} {shortId(event.streamId)} · v{event.version}
          {event.subjectId && ` · ${pseudonym(event.subjectId)}`}
        </Words>
        {event.reason && <Words look="small">“{event.reason}”</Words>}
      </Column>
    </Row>
  );
}
