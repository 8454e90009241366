import { styled } from "@mui/material/styles";
import { useTranslation } from "react-i18next";
import type { Notification } from "../api/types";
import { Badge } from "../ui/Badge";
import { Line } from "../ui/Line";
import { RowLink } from "../ui/RowLink";
import { When } from "../ui/When";
import { Words } from "../ui/Words";
import { placePath } from "./placePath";

const Below = styled("div")(({ theme }) => ({ marginTop: theme.spacing(0.5) }));

/** That something waits and where: never what it is. */
export function BellRow({ item, follow }: { item: Notification; follow: () => void }) {
  const { t } = useTranslation();
  return (
    <RowLink to={placePath(item.place)} onClick={follow}>
      <Line spread firm>
        <Words look={item.unseen ? "strong" : "muted"}>{t(`occasion.${item.occasion}`)}</Words>
        <Words look="small">
          <When at={item.saidAt} />
        </Words>
      </Line>
      <Below>
        <Line gap="tight">
          {item.unseen && item.sounds && <Badge tone="critical">{t("bell.pressing")}</Badge>}
          {item.unseen && !item.sounds && <Badge tone="accent">{t("bell.new")}</Badge>}
          {item.waiting.map(({ what, count }) => (
            <Badge key={what} tone="low">
              {t(`waiting.${what}`, { count })}
            </Badge>
          ))}
          {item.round > 0 && <Words look="small">{t("bell.again", { count: item.round })}</Words>}
          {item.seenBy && <Words look="small">{t("bell.seenBy", { name: item.seenBy.name })}</Words>}
          {item.closedAt && <Words look="small">{t("bell.done")}</Words>}
        </Line>
      </Below>
    </RowLink>
  );
}
