import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import { Receipt } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link as RouterLink, useNavigate, useParams } from "react-router";
import type { Matter } from "../api/types";
import { useInvoiceDraft } from "../invoicing/useInvoices";
import { useMay } from "../tenancy/currentSession";
import { TimeRow } from "../timeEntries/TimeRow";
import { useTimeEntries } from "../timeEntries/useTimeEntries";
import { NotFoundPage } from "../shell/NotFoundPage";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Empty } from "../ui/Empty";
import { Facts } from "../ui/Facts";
import { Fetched } from "../ui/Fetched";
import { FetchedPage } from "../ui/FetchedPage";
import { Line } from "../ui/Line";
import { Minutes } from "../ui/Minutes";
import { Page } from "../ui/Page";
import { Panel } from "../ui/Panel";
import { Problem } from "../ui/Problem";
import { Split } from "../ui/Split";
import { useLanguage } from "../ui/useLanguage";
import { When } from "../ui/When";
import { Words } from "../ui/Words";
import { ConflictHits } from "./ConflictHits";
import { feeText } from "./feeText";
import { MatterHistory } from "./MatterHistory";
import { toneOfMatter } from "./matterStates";
import { useMatter } from "./useMatters";

export function MatterPage() {
  const { id = "" } = useParams();
  const { t } = useTranslation();
  return (
    <FetchedPage query={useMatter(id)} title={t("nav.matters")} gone={<NotFoundPage />}>
      {(matter) => <Opened matter={matter} />}
    </FetchedPage>
  );
}

function Opened({ matter }: { matter: Matter }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay();
  const navigate = useNavigate();
  const time = useTimeEntries({ matterId: matter.id });
  const draft = useInvoiceDraft();
  const approved = (time.data ?? []).filter(({ state }) => state === "approved");
  const check = matter.conflictCheck;
  return (
    <Page
      title={matter.title ?? matter.number ?? t("matter.unnamed")}
      above={
        <Link component={RouterLink} to="/matters" variant="body2">
          {t("nav.matters")}
        </Link>
      }
      lead={
        <Line>
          {matter.number}
          <Badge tone={toneOfMatter(matter.state)}>
            {t(`matter.state.${matter.state}` as "matter.state.open", { defaultValue: matter.state })}
          </Badge>
        </Line>
      }
      actions={
        may("draftInvoice") && (
          <Button
            startIcon={<Receipt size={15} aria-hidden />}
            disabled={approved.length === 0}
            loading={draft.isPending}
            onClick={() => draft.mutate(matter.id, { onSuccess: (invoice) => void navigate(`/invoices/${invoice.id}`) })}
          >
            {t("act.draftInvoice")}
          </Button>
        )
      }
    >
      <Problem error={draft.error} />
      <Split>
        <Column gap="loose">
          <Panel
            title={t("matter.time")}
            flush
            action={
              <Words look="small">
                <Minutes minutes={matter.unbilledMinutes} /> {t("matter.unbilled")}
              </Words>
            }
          >
            <Fetched query={time} rows={2}>
              {(entries) =>
                entries.length === 0 ? (
                  <Empty title={t("matter.noTimeTitle")} hint={t("time.emptyHint")} />
                ) : (
                  entries.map((entry) => <TimeRow key={entry.id} entry={entry} withState />)
                )
              }
            </Fetched>
          </Panel>
          <MatterHistory history={matter.history} />
        </Column>
        <Column gap="loose">
          <Panel title={t("matter.facts")}>
            <Column>
              <Facts
                facts={[
                  [t("side.client"), matter.clientName],
                  [t("field.area"), t(`area.${matter.practiceArea}` as "area.other", { defaultValue: matter.practiceArea })],
                  [t("matter.responsible"), matter.responsible?.name],
                  [t("matter.openedAt"), matter.openedAt && <When key="opened" at={matter.openedAt} look="full" />],
                  [t("matter.fee"), feeText(matter, language, t)],
                ]}
              />
              <Line gap="normal">
                {matter.conversationId && (
                  <Link component={RouterLink} to={`/inbox/${matter.conversationId}`} variant="body2">
                    {t("reply.openConversation")}
                  </Link>
                )}
                {matter.intakeId && (
                  <Link component={RouterLink} to={`/intakes/${matter.intakeId}`} variant="body2">
                    {t("intake.open")}
                  </Link>
                )}
              </Line>
            </Column>
          </Panel>
          <Panel title={t("matter.parties")}>
            {matter.parties.length === 0 ? (
              <Words look="muted">{t("matter.noParties")}</Words>
            ) : (
              <Facts
                facts={matter.parties.map(
                  (party) =>
                    [
                      t(`party.${party.side}` as "party.client", { defaultValue: party.side }),
                      party.name ?? t("message.withheld"),
                    ] as const,
                )}
              />
            )}
          </Panel>
          <Panel
            title={t("conflict.check")}
            action={<Badge tone={check.state === "clear" ? "good" : "high"}>{t(`conflict.state.${check.state}`)}</Badge>}
          >
            <Column>
              {check.hits.length > 0 ? <ConflictHits hits={check.hits} /> : <Words look="muted">{t("conflict.none")}</Words>}
              <Facts
                facts={[
                  [t("field.reason"), check.reason],
                  [t("conflict.decidedBy"), check.decidedBy?.name],
                  [t("conflict.decidedAt"), check.decidedAt && <When key="decided" at={check.decidedAt} look="full" />],
                ]}
              />
            </Column>
          </Panel>
        </Column>
      </Split>
    </Page>
  );
}
