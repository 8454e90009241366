import Button from "@mui/material/Button";
import { FileDown, ShieldCheck } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { AuditEvent } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { Empty } from "../ui/Empty";
import { Failed } from "../ui/Failed";
import { Line } from "../ui/Line";
import { Loading } from "../ui/Loading";
import { Page } from "../ui/Page";
import { Panel } from "../ui/Panel";
import { Problem } from "../ui/Problem";
import { AuditFilters } from "./AuditFilters";
import { EventDetail } from "./EventDetail";
import { EventTable } from "./EventTable";
import { VerificationResult } from "./VerificationResult";
import { auditFilterOf } from "./auditFilter";
import { useAuditEvents, useExport, useVerify } from "./useAudit";

export function AuditPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [search] = useSearchParams();
  const filter = useMemo(() => auditFilterOf(search), [search]);
  const query = useAuditEvents(filter, may("queryAudit"));
  const verify = useVerify();
  const exported = useExport();
  const [opened, setOpened] = useState<AuditEvent>();
  const events = query.data?.pages.flatMap((page) => page.items);
  return (
    <Page
      title={t("nav.audit")}
      lead={t("audit.lead")}
      actions={
        <>
          {may("queryAudit") && (
            <Button startIcon={<FileDown size={15} aria-hidden />} loading={exported.isPending} onClick={() => exported.mutate(filter)}>
              {t("act.exportNdjson")}
            </Button>
          )}
          <Button
            variant="contained"
            startIcon={<ShieldCheck size={15} aria-hidden />}
            loading={verify.isPending}
            onClick={() => verify.mutate()}
          >
            {t("act.verify")}
          </Button>
        </>
      }
    >
      <Problem error={verify.error ?? exported.error} />
      {verify.data && <VerificationResult result={verify.data} />}
      {may("queryAudit") && (
        <Panel title={t("audit.stream")} flush>
          <AuditFilters key={search.toString()} filter={filter} />
          {query.isPending && <Loading rows={8} />}
          {query.isError && events === undefined && <Failed error={query.error} retry={() => void query.refetch()} />}
          {events?.length === 0 && <Empty sign={ShieldCheck} title={t("audit.emptyTitle")} hint={t("audit.emptyHint")} />}
          {events !== undefined && events.length > 0 && <EventTable events={events} onOpen={setOpened} />}
          {query.hasNextPage && (
            <Line>
              <Button variant="text" fullWidth loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t("act.more")}
              </Button>
            </Line>
          )}
        </Panel>
      )}
      {opened && <EventDetail event={opened} onClose={() => setOpened(undefined)} />}
    </Page>
  );
}
