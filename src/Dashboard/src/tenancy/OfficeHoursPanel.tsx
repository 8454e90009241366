import { useTranslation } from "react-i18next";
import { Badge } from "../ui/Badge";
import { Fetched } from "../ui/Fetched";
import { Panel } from "../ui/Panel";
import { OfficeHoursForm } from "./OfficeHoursForm";
import { useOfficeHours } from "./useOfficeHours";

export function OfficeHoursPanel() {
  const { t } = useTranslation();
  const { query } = useOfficeHours();
  const open = query.data?.isOpen;
  return (
    <Panel
      title={t("office.title")}
      action={open !== undefined && <Badge tone={open ? "good" : "low"}>{open ? t("office.open") : t("office.closed")}</Badge>}
    >
      <Fetched query={query} rows={4}>
        {(settings) => <OfficeHoursForm settings={settings} />}
      </Fetched>
    </Panel>
  );
}
