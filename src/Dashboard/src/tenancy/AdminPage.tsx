import { useTranslation } from "react-i18next";
import { NotificationHistory } from "../notifications/NotificationHistory";
import { NotificationRulesPanel } from "../notifications/NotificationRulesPanel";
import { PackList } from "../packs/PackList";
import { Page } from "../ui/Page";
import { Panel } from "../ui/Panel";
import { ChannelList } from "./ChannelList";
import { useMay } from "./currentSession";
import { ClockTargetsPanel } from "./ClockTargetsPanel";
import { DeadLetterList } from "./DeadLetterList";
import { OfficeHoursPanel } from "./OfficeHoursPanel";
import { OutOfHoursPanel } from "./OutOfHoursPanel";
import { QuarantineList } from "./QuarantineList";
import { ReplyLintPanel } from "./ReplyLintPanel";
import { StaffList } from "./StaffList";

export function AdminPage() {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <Page title={t("nav.admin")} lead={t("admin.lead")}>
      {may("retryDeadLetters") && (
        <Panel title={t("admin.deadLetters")} flush>
          <DeadLetterList />
        </Panel>
      )}
      {may("retryDeadLetters") && (
        <Panel title={t("admin.quarantine")} flush>
          <QuarantineList />
        </Panel>
      )}
      {may("administer") && (
        <>
          <Panel title={t("admin.channels")} flush>
            <ChannelList />
          </Panel>
          <Panel title={t("admin.staff")} flush>
            <StaffList />
          </Panel>
          <OfficeHoursPanel />
          <ClockTargetsPanel />
          <ReplyLintPanel />
          <NotificationRulesPanel />
          <Panel title={t("rules.history")} flush>
            <NotificationHistory />
          </Panel>
        </>
      )}
      {may("keepPacks") && (
        <>
          <OutOfHoursPanel />
          <PackList />
        </>
      )}
      {!may("retryDeadLetters") && !may("administer") && !may("keepPacks") && (
        <Panel title={t("nav.admin")}>{t("problem.forbidden")}</Panel>
      )}
    </Page>
  );
}
