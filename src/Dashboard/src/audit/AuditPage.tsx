import Button from "@mui/material/Button";
import { FileDown, ShieldCheck } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useSearchParams } from "react-router";
import { audit } from "../api/endpoints";
import type { AuditEvent } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { Empty } from "../ui/Empty";
import { Failed } from "../ui/Failed";
import { Loading } from "../ui/Loading";
import { Panel } from "../ui/Panel";
import { AuditFilters } from "./AuditFilters";
import { AuditFrame } from "./AuditFrame";
import { EventDetail } from "./EventDetail";
import { EventTable } from "./EventTable";
import { More } from "../ui/More";
import { asQuery, auditFilterOf } from "./auditFilter";
import { useAuditEvents } from "./useAudit";

/** The event stream. An operator, who may only verify, is shown the way to that. */
export function AuditPage() {
  const may = useMay();
  return may("queryAudit") ? <Stream /> : <Navigate to="/audit/seal" replace />;
}

function Stream() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const filter = useMemo(() => auditFilterOf(search), [search]);
  const at = search.get("at") ?? "";
  const query = useAuditEvents(filter, /^[1-9]\d{0,14}$/.test(at) ? Number(at) : undefined);
  const [opened, setOpened] = useState<AuditEvent>();
  const events = query.data?.pages.flatMap((page) => page.items);
  return (
    <AuditFrame
      title={t("nav.audit")}
      lead={t("audit.lead")}
      actions={
        <Button component="a" href={audit.exportAddress(asQuery(filter))} download startIcon={<FileDown size={15} aria-hidden />}>
          {t(Object.keys(filter).length === 0 ? "audit.exportFull" : "act.exportNdjson")}
        </Button>
      }
    >
      <Panel title={t("audit.stream")} flush>
        <AuditFilters key={search.toString()} filter={filter} />
        {query.isPending && <Loading rows={8} />}
        {query.isError && events === undefined && <Failed error={query.error} retry={() => void query.refetch()} />}
        {events?.length === 0 && <Empty sign={ShieldCheck} title={t("audit.emptyTitle")} hint={t("audit.emptyHint")} />}
        {events !== undefined && events.length > 0 && <EventTable events={events} onOpen={setOpened} />}
        <More query={query} />
      </Panel>
      {opened && <EventDetail event={opened} onClose={() => setOpened(undefined)} />}
    </AuditFrame>
  );
}
