import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import Typography from "@mui/material/Typography";
import { styled } from "@mui/material/styles";
import { BellOff, Volume2, VolumeX } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Notification } from "../api/types";
import { Empty } from "../ui/Empty";
import { Fetched } from "../ui/Fetched";
import { Line } from "../ui/Line";
import { BellRow } from "./BellRow";
import { OwnNumber } from "./OwnNumber";
import { useRecent, useSee, type useSound } from "./useNotifications";

const Frame = styled("div")(({ theme }) => ({
  width: 380,
  maxWidth: "calc(100vw - 32px)",
  "& header": { padding: theme.spacing(2, 3, 2, 4), borderBottom: `1px solid ${theme.vars.palette.hub.line}` },
}));

interface Props {
  sound: ReturnType<typeof useSound>;
  unseen: readonly Notification[];
  close: () => void;
}

export function BellList({ sound, unseen, close }: Props) {
  const { t } = useTranslation();
  const see = useSee();
  const label = sound.on ? t("bell.soundOff") : t("bell.soundOn");
  return (
    <Frame>
      <header>
        <Line spread firm>
          <Typography variant="h3" component="h2">
            {t("bell.title")}
          </Typography>
          <Line gap="tight" firm>
            {unseen.length > 0 && (
              <Button size="small" disabled={see.isPending} onClick={() => see.mutate(unseen.map((item) => item.id))}>
                {t("bell.seeAll")}
              </Button>
            )}
            <Tooltip title={label}>
              <span>
                <IconButton
                  size="small"
                  aria-label={label}
                  disabled={!sound.known || sound.save.isPending}
                  onClick={() => sound.save.mutate(!sound.on)}
                >
                  {sound.on ? <Volume2 size={16} aria-hidden /> : <VolumeX size={16} aria-hidden />}
                </IconButton>
              </span>
            </Tooltip>
          </Line>
        </Line>
      </header>
      <Fetched query={useRecent(true)} rows={3}>
        {(items) =>
          items.length === 0 ? (
            <Empty sign={BellOff} title={t("bell.empty")} hint={t("bell.emptyHint")} />
          ) : (
            items.map((item) => (
              <BellRow
                key={item.id}
                item={item}
                follow={() => {
                  if (item.unseen) see.mutate([item.id]);
                  close();
                }}
              />
            ))
          )
        }
      </Fetched>
      {sound.known && <OwnNumber sound={sound} />}
    </Frame>
  );
}
