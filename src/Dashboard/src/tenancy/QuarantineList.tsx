import { MailQuestion } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { QuarantinedChanges } from "../api/types";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Empty } from "../ui/Empty";
import { Fetched } from "../ui/Fetched";
import { Grow } from "../ui/Grow";
import { Row } from "../ui/Row";
import { When } from "../ui/When";
import { Words } from "../ui/Words";
import { useQuarantine } from "./useAdministration";

export function QuarantineList() {
  const { t } = useTranslation();
  return (
    <Fetched query={useQuarantine()} rows={1}>
      {(waiting) =>
        waiting.length === 0 ? (
          <Empty sign={MailQuestion} title={t("admin.noQuarantine")} hint={t("admin.noQuarantineHint")} />
        ) : (
          waiting.map((changes) => <Waiting key={`${changes.numberEnd ?? ""} ${changes.reason}`} changes={changes} />)
        )
      }
    </Fetched>
  );
}

function Waiting({ changes }: { changes: QuarantinedChanges }) {
  const { t } = useTranslation();
  return (
    <Row>
      <Grow>
        <Column gap="tight">
          <Words look="strong">
            {changes.numberEnd ? `${t("admin.phoneNumberId")} •••${changes.numberEnd}` : t("admin.quarantineNamesNone")}
          </Words>
          <Words look="muted">{t(`admin.quarantineReason.${changes.reason}`)}</Words>
          <Words look="small">
            {t("admin.quarantineSince")} <When at={changes.oldest} look="full" /> · {t("admin.quarantineLatest")}{" "}
            <When at={changes.latest} look="full" />
          </Words>
        </Column>
      </Grow>
      <Badge tone="low">{t("admin.quarantineChanges", { count: changes.changes })}</Badge>
    </Row>
  );
}
