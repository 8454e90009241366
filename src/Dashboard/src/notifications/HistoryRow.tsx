import { useTranslation } from "react-i18next";
import type { NotificationRecord } from "../api/types";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Grow } from "../ui/Grow";
import { Line } from "../ui/Line";
import { Row } from "../ui/Row";
import { When } from "../ui/When";
import { Words } from "../ui/Words";

export function HistoryRow({ record }: { record: NotificationRecord }) {
  const { t } = useTranslation();
  return (
    <Row>
      <Grow>
        <Column gap="tight">
          <Line spread>
            <Words look="strong">{t(`occasion.${record.occasion}`)}</Words>
            <Words look="small">
              <When at={record.raisedAt} look="full" />
            </Words>
          </Line>
          <Line gap="tight">
            {record.told.map(({ staff, seenAt }) => (
              <Badge key={staff.id} tone={seenAt ? "good" : "low"}>
                {seenAt ? t("rules.seen", { name: staff.name }) : t("rules.unseen", { name: staff.name })}
              </Badge>
            ))}
            {record.deliveries.map((delivery) => (
              <Badge
                key={`${delivery.staff.id}/${delivery.by}`}
                tone={delivery.state === "failed" ? "high" : delivery.state === "sending" ? "low" : "good"}
              >
                {t(`rules.delivery.${delivery.state}`, { means: t(`means.${delivery.by}`), name: delivery.staff.name })}
                {delivery.error
                  ? `: ${t(`outbound.error.${delivery.error.meaning}`)} (${t("outbound.code", { code: delivery.error.code })})`
                  : delivery.trouble && `: ${t(`rules.trouble.${delivery.trouble}`)}`}
              </Badge>
            ))}
            {record.round > 0 && <Words look="small">{t("bell.again", { count: record.round })}</Words>}
            {record.closedAt && <Words look="small">{t("bell.done")}</Words>}
          </Line>
        </Column>
      </Grow>
    </Row>
  );
}
