import { useQuery } from "@tanstack/react-query";
import { BellOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { notifications } from "../api/endpoints";
import { queryKeys } from "../api/queryKeys";
import { Empty } from "../ui/Empty";
import { Fetched } from "../ui/Fetched";
import { HistoryRow } from "./HistoryRow";

/** Who was told what, how it reached them, and who has seen it. */
export function NotificationHistory() {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: queryKeys.notificationHistory, queryFn: (context) => notifications.history(context) });
  return (
    <Fetched query={query} rows={3}>
      {(records) =>
        records.length === 0 ? (
          <Empty sign={BellOff} title={t("bell.empty")} hint={t("rules.emptyHistory")} />
        ) : (
          records.map((record) => <HistoryRow key={record.id} record={record} />)
        )
      }
    </Fetched>
  );
}
