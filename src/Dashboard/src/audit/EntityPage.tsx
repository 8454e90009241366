import Button from "@mui/material/Button";
import { styled } from "@mui/material/styles";
import { History } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { ApiProblem } from "../api/ApiProblem";
import type { AuditEvent, EntityStep } from "../api/types";
import { useActorName } from "../tenancy/useActorName";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { DateField } from "../ui/DateField";
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
import { More } from "./More";
import { StateView } from "./StateView";
import { asQuery } from "./auditFilter";
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

/** One entity through time: each event with the difference it made, and its state now or as of a moment of the address. */
export function EntityPage() {
  const { id = "" } = useParams();
  const { t } = useTranslation();
  const language = useLanguage();
  const [search, setSearch] = useSearchParams();
  const asOf = search.get("asOf") ?? undefined;
  const whole = useEntity(id, undefined);
  const then = useEntity(id, asOf === undefined ? undefined : asQuery({ to: asOf }).to);
  const [opened, setOpened] = useState<AuditEvent>();
  const first = whole.data?.pages[0];
  const day = asOf !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(asOf);
  const momentInWords = asOf === undefined ? "" : day ? plainDate(asOf, language) : exactMoment(asOf, language);
  if (whole.isPending) return <Loading rows={8} />;
  if (first === undefined) {
    return whole.error instanceof ApiProblem && whole.error.status === 404 ? (
      <AuditFrame title={t("audit.entity")}>
        <Empty sign={History} title={t("entity.goneTitle")} hint={t("entity.goneHint")} />
      </AuditFrame>
    ) : (
      <Failed error={whole.error} retry={() => void whole.refetch()} />
    );
  }
  const absent = then.error instanceof ApiProblem && then.error.status === 404;
  const state = absent ? undefined : then.data?.pages[0];
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
                  shown={asOf === step.event.occurredAt}
                  onOpen={() => setOpened(step.event)}
                  onShow={() => setSearch({ asOf: step.event.occurredAt })}
                />
              ))}
          </Steps>
          <More query={whole} />
        </Panel>
        <Panel title={asOf === undefined ? t("entity.stateNow") : t("entity.stateAsOf", { moment: momentInWords })}>
          <Column>
            <DateField
              clearable
              label={t("entity.asOf")}
              value={day ? asOf : ""}
              onChange={(chosen) => setSearch(chosen === "" ? {} : { asOf: chosen })}
            />
            {asOf !== undefined && (
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
