import { Smartphone } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Empty } from "../ui/Empty";
import { Fetched } from "../ui/Fetched";
import { Grow } from "../ui/Grow";
import { Row } from "../ui/Row";
import { Words } from "../ui/Words";
import { useChannels } from "./useAdministration";

export function ChannelList() {
  const { t } = useTranslation();
  return (
    <Fetched query={useChannels()} rows={1}>
      {(channels) =>
        channels.length === 0 ? (
          <Empty sign={Smartphone} title={t("admin.noChannels")} hint={t("admin.noChannelsHint")} />
        ) : (
          channels.map((channel) => (
            <Row key={channel.phoneNumberId}>
              <Grow>
                <Column gap="none">
                  <Words look="strong">{channel.displayPhoneNumber}</Words>
                  <Words look="small">
                    {t("admin.phoneNumberId")} {channel.phoneNumberId} · WABA {channel.wabaId}
                  </Words>
                </Column>
              </Grow>
              {channel.accessTokenEnd && <Badge tone="low">•••{channel.accessTokenEnd}</Badge>}
            </Row>
          ))
        )
      }
    </Fetched>
  );
}
