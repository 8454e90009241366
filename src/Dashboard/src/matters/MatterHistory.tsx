import { useTranslation } from "react-i18next";
import type { Matter } from "../api/types";
import { eventName } from "../audit/eventName";
import { useActorName } from "../tenancy/useActorName";
import { Column } from "../ui/Column";
import { Panel } from "../ui/Panel";
import { Steps } from "../ui/Steps";
import { When } from "../ui/When";
import { Words } from "../ui/Words";

export function MatterHistory({ history }: { history: Matter["history"] }) {
  const { t } = useTranslation();
  const actorName = useActorName();
  if (history.length === 0) return null;
  return (
    <Panel title={t("matter.history")}>
      <Steps>
        {history.map(({ type, at, actor }, index) => (
          <li key={index}>
            <Column gap="none">
              <Words look="strong">{eventName(type, t)}</Words>
              <Words look="small">
                {actorName(actor)} · <When at={at} look="full" />
              </Words>
            </Column>
          </li>
        ))}
      </Steps>
    </Panel>
  );
}
