import Button from "@mui/material/Button";
import Drawer from "@mui/material/Drawer";
import IconButton from "@mui/material/IconButton";
import Typography from "@mui/material/Typography";
import { styled } from "@mui/material/styles";
import { FileBadge, History, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AuditEvent } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { useActorName } from "../tenancy/useActorName";
import { Column } from "../ui/Column";
import { Facts } from "../ui/Facts";
import { Line } from "../ui/Line";
import { Problem } from "../ui/Problem";
import { When } from "../ui/When";
import { eventName } from "./eventName";
import { pseudonym } from "./pseudonym";
import { streamName } from "./streamName";
import { useProof } from "./useAudit";
import { withoutSealed } from "./withoutSealed";

const Sheet = styled("div")(({ theme }) => ({ width: 520, maxWidth: "100vw", padding: theme.spacing(5) }));

const Code = styled("pre")(({ theme }) => ({
  ...theme.typography.code,
  margin: 0,
  padding: theme.spacing(3),
  borderRadius: 8,
  overflow: "auto",
  backgroundColor: theme.vars.palette.hub.sunken,
  border: `1px solid ${theme.vars.palette.hub.line}`,
  whiteSpace: "pre-wrap",
  overflowWrap: "anywhere",
}));

const Mono = styled("code")(({ theme }) => theme.typography.code);

export function EventDetail({ event, onClose }: { event: AuditEvent; onClose: () => void }) {
  const { t } = useTranslation();
  const actorName = useActorName();
  const may = useMay();
  const proof = useProof();
  return (
    <Drawer anchor="right" open onClose={onClose} slotProps={{ paper: { role: "dialog", "aria-label": eventName(event.type, t) } }}>
      <Sheet>
        <Column gap="loose">
          <Line spread firm top>
            <Typography variant="h2">{eventName(event.type, t)}</Typography>
            <IconButton aria-label={t("act.close")} onClick={onClose}>
              <X size={16} aria-hidden />
            </IconButton>
          </Line>
          <Facts
            facts={[
              [t("audit.sequence"), event.sequence],
              [t("audit.field.type"), <Mono key="type">{event.type}</Mono>],
              [t("audit.when"), <When key="when" at={event.occurredAt} look="exact" />],
              [
                t("audit.who"),
                <Column key="who" gap="none">
                  <span>{actorName(event.actor)}</span>
                  <Mono>{event.actor}</Mono>
                </Column>,
              ],
              [t("field.reason"), event.reason],
              [
                t("audit.client"),
                event.subjectId && (
                  <Column key="client" gap="none">
                    <span>{pseudonym(event.subjectId)}</span>
                    <Mono>{event.subjectId}</Mono>
                  </Column>
                ),
              ],
              [
                t("audit.field.stream"),
                <Column key="stream" gap="none">
                  <span>
                    {streamName(event.streamType, t)} · v{event.version}
                  </span>
                  <Mono>{event.streamId}</Mono>
                </Column>,
              ],
              [t("audit.correlation"), event.correlationId && <Mono key="correlation">{event.correlationId}</Mono>],
              [t("audit.causation"), event.causationId && <Mono key="causation">{event.causationId}</Mono>],
              [t("audit.hash"), <Mono key="hash">{event.hash}</Mono>],
            ]}
          />
          <Code aria-label={t("audit.data")}>
            {JSON.stringify(withoutSealed(event.data, t("audit.sealed"), t("audit.erased")), null, 2)}
          </Code>
          <Line>
            <Button component={Link} to={`/audit/streams/${event.streamId}`} startIcon={<History size={15} aria-hidden />}>
              {t("audit.entity")}
            </Button>
            <Button startIcon={<FileBadge size={15} aria-hidden />} loading={proof.isPending} onClick={() => proof.mutate(event.sequence)}>
              {t("audit.proof")}
            </Button>
          </Line>
          <Problem error={proof.error} />
          <Line>
            <Button variant="text" component={Link} to={`/audit?stream=${event.streamId}`} onClick={onClose}>
              {t("audit.onlyThisStream")}
            </Button>
            <Button variant="text" component={Link} to={`/audit?actor=${encodeURIComponent(event.actor)}`} onClick={onClose}>
              {t("audit.byActor")}
            </Button>
            {event.subjectId && (
              <>
                <Button variant="text" component={Link} to={`/audit?subject=${event.subjectId}`} onClick={onClose}>
                  {t("audit.aboutClient")}
                </Button>
                {may("askAudit") && (
                  <Button variant="text" component={Link} to={`/audit/readings?subject=${event.subjectId}`}>
                    {t("audit.readBy")}
                  </Button>
                )}
              </>
            )}
          </Line>
        </Column>
      </Sheet>
    </Drawer>
  );
}
