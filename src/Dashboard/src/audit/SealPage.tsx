import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import { FileDown, ShieldCheck, Stamp } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { VerificationProgress } from "../api/endpoints";
import type { Checkpoint, Ledger } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { Column } from "../ui/Column";
import { Empty } from "../ui/Empty";
import { Facts } from "../ui/Facts";
import { Failed } from "../ui/Failed";
import { Fetched } from "../ui/Fetched";
import { number } from "../ui/formats";
import { Grow } from "../ui/Grow";
import { Loading } from "../ui/Loading";
import { Panel } from "../ui/Panel";
import { Problem } from "../ui/Problem";
import { Row } from "../ui/Row";
import { Split } from "../ui/Split";
import { useLanguage } from "../ui/useLanguage";
import { When } from "../ui/When";
import { Words } from "../ui/Words";
import { AuditFrame } from "./AuditFrame";
import { More } from "../ui/More";
import { VerificationResult } from "./VerificationResult";
import { saveFile } from "./saveFile";
import { useCheckpoints, useLedger, useVerify } from "./useAudit";

export function SealPage() {
  const { t } = useTranslation();
  const may = useMay();
  const verify = useVerify();
  const ledger = useLedger();
  return (
    <AuditFrame
      title={t("audit.tab.seal")}
      lead={t("seal.lead")}
      actions={
        <Button
          variant="contained"
          startIcon={<ShieldCheck size={15} aria-hidden />}
          loading={verify.isPending}
          onClick={() => verify.mutate()}
        >
          {t("act.verify")}
        </Button>
      }
    >
      <Split sideFirst>
        <Column gap="loose">
          <Panel title={t("seal.verification")}>
            <Column>
              <Problem error={verify.error} />
              {verify.isPending && <Progress progress={verify.progress} />}
              {verify.data && <VerificationResult result={verify.data} />}
              {verify.isIdle && <Words look="muted">{t("seal.notYet")}</Words>}
            </Column>
          </Panel>
          {may("queryAudit") && <Checkpoints />}
        </Column>
        <Panel title={t("seal.status")}>
          <Fetched query={ledger} rows={3}>
            {(state) => <Status ledger={state} />}
          </Fetched>
        </Panel>
      </Split>
    </AuditFrame>
  );
}

function Progress({ progress }: { progress: VerificationProgress | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const share =
    progress === undefined || progress.total === 0 ? undefined : Math.min(Math.round((100 * progress.events) / progress.total), 100);
  return (
    <Column gap="snug">
      <LinearProgress
        aria-label={t("seal.running")}
        {...(share === undefined ? { variant: "indeterminate" } : { variant: "determinate", value: share })}
      />
      <Words look="small" role="status">
        {progress === undefined
          ? t("seal.starting")
          : t("seal.progress", { done: number(progress.events, language), total: number(progress.total, language) })}
      </Words>
    </Column>
  );
}

function Status({ ledger }: { ledger: Ledger }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Facts
      facts={[
        [t("seal.sealed"), number(ledger.sealed, language)],
        [t("seal.pending"), number(ledger.pending, language)],
        [t("seal.behind"), t("seal.seconds", { count: Math.round(ledger.behindSeconds) })],
        [t("seal.newest"), ledger.newest && <When key="newest" at={ledger.newest.at} look="full" />],
      ]}
    />
  );
}

function Checkpoints() {
  const { t } = useTranslation();
  const query = useCheckpoints(true);
  const checkpoints = query.data?.pages.flatMap((page) => page.items);
  return (
    <Panel title={t("seal.checkpoints")} flush>
      {query.isPending && <Loading rows={4} />}
      {query.isError && checkpoints === undefined && <Failed error={query.error} retry={() => void query.refetch()} />}
      {checkpoints?.length === 0 && <Empty sign={Stamp} title={t("seal.noneTitle")} hint={t("seal.noneHint")} />}
      {checkpoints?.map((checkpoint) => (
        <CheckpointRow key={checkpoint.size} checkpoint={checkpoint} />
      ))}
      <More query={query} />
    </Panel>
  );
}

function CheckpointRow({ checkpoint }: { checkpoint: Checkpoint }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Row>
      <Grow>
        <Column gap="none">
          <Words look="strong">
            {number(checkpoint.size, language)} {t("seal.size").toLowerCase()} · <When at={checkpoint.at} look="full" />
          </Words>
          <Words look="small" cut title={checkpoint.root}>
            {t("seal.root")} {checkpoint.root}
          </Words>
          <Words look="small" cut title={checkpoint.keyId}>
            {t("seal.key")} {checkpoint.keyId}
          </Words>
        </Column>
      </Grow>
      <Button
        size="small"
        startIcon={<FileDown size={14} aria-hidden />}
        onClick={() => saveFile(new Blob([checkpoint.jws], { type: "application/jose" }), `lawyers-hub-checkpoint-${checkpoint.size}.jws`)}
      >
        {t("seal.download")}
      </Button>
    </Row>
  );
}
