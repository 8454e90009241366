import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { notifications } from "../api/endpoints";
import { queryKeys } from "../api/queryKeys";
import type { NotificationRulesBody } from "../api/types";
import { useStaff } from "../tenancy/useAdministration";
import { Column } from "../ui/Column";
import { Fetched } from "../ui/Fetched";
import { Panel } from "../ui/Panel";
import { DigestTime } from "./DigestTime";
import { NotificationRulesForm } from "./NotificationRulesForm";

export function NotificationRulesPanel() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const staff = useStaff();
  const rules = useQuery({ queryKey: queryKeys.notificationRules, queryFn: (context) => notifications.rules(context) });
  const publish = useMutation({
    mutationFn: (body: NotificationRulesBody) => notifications.publishRules(body),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.notificationRules }),
  });
  return (
    <Panel title={t("rules.title")}>
      <Fetched query={rules} rows={4}>
        {(published) => (
          <Column>
            <DigestTime key={published.digestAt} at={published.digestAt} />
            <NotificationRulesForm
              key={published.version}
              published={published}
              lawyers={(staff.data ?? []).filter((member) => member.isActive && member.roles.includes("lawyer"))}
              publish={publish}
            />
          </Column>
        )}
      </Fetched>
    </Panel>
  );
}
