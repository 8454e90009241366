import Button from "@mui/material/Button";
import { styled } from "@mui/material/styles";
import { History } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { ApiProblem } from "../api/ApiProblem";
import type { AuditEvent, EntityStep } from "../api/types";
import { useActorName } from "../tenancy/useActorName";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Empty } from "../ui/Empty";
import { Failed } from "../ui/Failed";
import { exactMoment, plainDate } from "../ui/formats";
import { Line } from "../ui/Line";
import { Loading } from "../ui/Loading";
import { Panel } from "../ui/Panel";
import { Split } from "../ui/Split";
import { useLanguage } from "../ui/useLanguage";
import { When } from "../ui/When";
import { Words } from "../ui/Words";
import { AuditFrame } from "./AuditFrame";
import { Changes } from "./Changes";
import { EventDetail } from "./EventDetail";
import { More } from "../ui/More";
import { StateView } from "./StateView";
import { UntilFields } from "./UntilFields";
import { boundOf, dayOf } from "./entityBound";
import { eventName } from "./eventName";
import { shortId } from "./shortId";
import { streamName } from "./streamName";
import { useEntity } from "./useAudit";

const Steps = styled("ol")(({ theme }) => ({
  listStyle: "none",
  margin: 0,
  padding: 0,
  "& > li": { padding: theme.spacing(3, 4), borderBottom: `1px solid ${theme.vars.palette.hub.line}` },
  "& > li:last-child": { borderBottom: 0 },
}));

/** Beside the steps the state stays in sight, however far down one reads. */
const InSight = styled("div")(({ theme }) => ({
  minWidth: 0,
  [theme.breakpoints.up("lg")]: {
    position: "sticky",
    top: theme.spacing(4),
    maxHeight: `calc(100vh - ${theme.spacing(8)})`,
    overflowY: "auto",
  },
}));

/** One entity through time: each event with the difference it made, and its state now, after one of them or as of a moment: the address says which. */
export function EntityPage() {
  const { id = "" } = useParams();
  const { t } = useTranslation();
  const language = useLanguage();
  const [search, setSearch] = useSearchParams();
  const until = useMemo(() => boundOf(search), [search]);
  const whole = useEntity(id, {});
  const then = useEntity(id, until);
  const [opened, setOpened] = useState<AuditEvent>();
  const first = whole.data?.pages[0];
  const place = useRef<HTMLDivElement>(null);
  const step = until.version;
  const loading = then.isFetching;
  useEffect(() => {
    // Where the panel lies below the steps, who asks for a state is taken to it.
    if (step !== undefined && !loading) place.current?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  }, [step, loading]);
  const day = dayOf(search);
  const now = until.asOf === undefined && until.version === undefined;
  if (whole.isPending) {
    return (
      <AuditFrame title={t("audit.entity")}>
        <Loading rows={8} />
      </AuditFrame>
    );
  }
  if (first === undefined) {
    return whole.error instanceof ApiProblem && whole.error.status === 404 ? (
      <AuditFrame title={t("audit.entity")}>
        <Empty sign={History} title={t("entity.unknownTitle")} hint={t("entity.unknownHint")} />
      </AuditFrame>
    ) : (
      <AuditFrame title={t("audit.entity")}>
        <Failed error={whole.error} retry={() => void whole.refetch()} />
      </AuditFrame>
    );
  }
  const absent = then.error instanceof ApiProblem && then.error.status === 404;
  const state = then.isError ? undefined : then.data?.pages[0];
  const title =
    until.version !== undefined
      ? t("entity.stateAfter", { version: Math.min(until.version, first.events) })
      : until.asOf === undefined
        ? t("entity.stateNow")
        : t("entity.stateAsOf", { moment: day === "" ? exactMoment(until.asOf, language) : plainDate(day, language) });
  return (
    <AuditFrame
      title={`${streamName(first.streamType, t)} ${shortId(id)}`}
      lead={
        <>
          {t("entity.lead")} {t("entity.count", { count: first.events })}.
        </>
      }
    >
      <Split>
        <Panel title={t("entity.steps")} flush>
          <Steps>
            {whole.data?.pages
              .flatMap((page) => page.steps.items)
              .map((step) => (
                <Step
                  key={step.event.version}
                  step={step}
                  shown={until.version === step.event.version}
                  onOpen={() => setOpened(step.event)}
                  onShow={() => setSearch({ version: String(step.event.version) })}
                />
              ))}
          </Steps>
          <More query={whole} />
        </Panel>
        <InSight ref={place}>
          <Panel title={title}>
            <Column>
              <UntilFields
                steps={first.events}
                shown={state?.events ?? (absent ? 0 : first.events)}
                day={day}
                onVersion={(version) => setSearch({ version: String(version) })}
                onDay={(chosen) => setSearch(chosen === "" ? {} : { asOf: chosen })}
              />
              {!now && (
                <Line>
                  <Button variant="text" size="small" onClick={() => setSearch({})}>
                    {t("entity.now")}
                  </Button>
                </Line>
              )}
              {absent && <Words look="muted">{t("entity.goneTitle")}</Words>}
              {then.isError && !absent && <Failed error={then.error} retry={() => void then.refetch()} />}
              {state && <StateView state={state.state} />}
            </Column>
          </Panel>
        </InSight>
      </Split>
      {opened && <EventDetail event={opened} onClose={() => setOpened(undefined)} />}
    </AuditFrame>
  );
}

function Step({ step, shown, onOpen, onShow }: { step: EntityStep; shown: boolean; onOpen: () => void; onShow: () => void }) {
  const { t } = useTranslation();
  const actorName = useActorName();
  const { event, changes } = step;
  return (
    <li>
      <Column gap="snug">
        <Line spread top>
          <Column gap="none">
            <Words look="strong">
              v{event.version} · {eventName(event.type, t)}
            </Words>
            <Words look="small">
              {actorName(event.actor)} · <When at={event.occurredAt} look="exact" />
              {event.reason ? ` · “${event.reason}”` : ""}
            </Words>
          </Column>
          <Line>
            {shown ? (
              <Badge tone="accent">{t("entity.isHere")}</Badge>
            ) : (
              <Button size="small" variant="text" onClick={onShow}>
                {t("entity.here")}
              </Button>
            )}
            <Button size="small" variant="text" onClick={onOpen} aria-label={`${t("act.open")} #${event.sequence}`}>
              #{event.sequence}
            </Button>
          </Line>
        </Line>
        <Changes changes={changes} />
      </Column>
    </li>
  );
}
