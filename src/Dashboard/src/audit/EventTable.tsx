import ButtonBase from "@mui/material/ButtonBase";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableContainer from "@mui/material/TableContainer";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import { styled, type Theme } from "@mui/material/styles";
import useMediaQuery from "@mui/material/useMediaQuery";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AuditEvent } from "../api/types";
import { useActorName } from "../tenancy/useActorName";
import { When } from "../ui/When";
import { Words } from "../ui/Words";
import { Figure } from "../ui/Figure";
import { Column } from "../ui/Column";
import { EventRow } from "./EventRow";
import { eventName } from "./eventName";
import { pseudonym } from "./pseudonym";
import { shortId } from "./shortId";
import { streamName } from "./streamName";

const Opener = styled(ButtonBase)(({ theme }) => ({
  ...theme.typography.body2,
  fontWeight: 550,
  textAlign: "left",
  color: theme.vars.palette.primary.main,
  "&:hover": { textDecoration: "underline" },
}));

const Mono = styled("span")(({ theme }) => ({ ...theme.typography.code, whiteSpace: "nowrap" }));

const Path = styled(Link)(({ theme }) => ({ ...theme.typography.code, whiteSpace: "nowrap", color: theme.vars.palette.primary.main }));

export function EventTable({ events, onOpen }: { events: readonly AuditEvent[]; onOpen: (event: AuditEvent) => void }) {
  const { t } = useTranslation();
  const actorName = useActorName();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down("lg"));
  if (narrow) {
    return events.map((event) => <EventRow key={event.sequence} event={event} actor={actorName(event.actor)} onOpen={onOpen} />);
  }
  return (
    <TableContainer tabIndex={0} role="group" aria-label={t("audit.stream")}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell align="right">{t("audit.sequence")}</TableCell>
            <TableCell>{t("audit.what")}</TableCell>
            <TableCell>{t("audit.when")}</TableCell>
            <TableCell>{t("audit.who")}</TableCell>
            <TableCell>{t("audit.field.stream")}</TableCell>
            <TableCell>{t("audit.client")}</TableCell>
            <TableCell>{t("field.reason")}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {events.map((event) => (
            <TableRow key={event.sequence} hover>
              <TableCell align="right">
                <Mono>{event.sequence}</Mono>
              </TableCell>
              <TableCell>
                <Column gap="none">
                  <div>
                    <Opener onClick={() => onOpen(event)}>{eventName(event.type, t)}</Opener>
                  </div>
                  <Mono>{event.type}</Mono>
                </Column>
              </TableCell>
              <TableCell>
                <Figure>
                  <When at={event.occurredAt} look="exact" />
                </Figure>
              </TableCell>
              <TableCell>
                <Column gap="none">
                  <Words>{actorName(event.actor)}</Words>
                  <Mono title={event.actor}>{shortId(event.actor)}</Mono>
                </Column>
              </TableCell>
              <TableCell>
                <Column gap="none">
                  <Words look="plain">{streamName(event.streamType, t)}</Words>
                  <Path
                    to={`/audit/streams/${event.streamId}`}
                    title={event.streamId}
                    aria-label={`${t("audit.entity")}: ${shortId(event.streamId)}`}
                  >
                    {shortId(event.streamId)} · v{event.version}
                  </Path>
                </Column>
              </TableCell>
              <TableCell>{event.subjectId && <Mono title={event.subjectId}>{pseudonym(event.subjectId)}</Mono>}</TableCell>
              <TableCell>{event.reason}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
