import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { styled } from "@mui/material/styles";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Line } from "../ui/Line";
import { Problem } from "../ui/Problem";
import { Words } from "../ui/Words";
import type { useSound } from "./useNotifications";

const Frame = styled("form")(({ theme }) => ({
  padding: theme.spacing(2, 4),
  borderTop: `1px solid ${theme.vars.palette.hub.line}`,
  display: "grid",
  gap: theme.spacing(2),
}));

/** The number at which whoever is signed in is told by WhatsApp what presses; only its last digits are ever shown again. */
export function OwnNumber({ sound }: { sound: ReturnType<typeof useSound> }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string>();
  const { setNumber } = sound;
  const done = { onSuccess: () => setTyped(undefined) };
  return (
    <Frame
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== undefined && typed.trim() !== "") setNumber.mutate(typed.trim(), done);
      }}
    >
      <Line spread firm>
        <Words look="small">{sound.number ? t("bell.whatsAppAt", { number: sound.number }) : t("bell.whatsAppNone")}</Words>
        {typed === undefined && (
          <Line gap="tight" firm>
            <Button size="small" variant="text" onClick={() => setTyped("")}>
              {sound.number ? t("bell.whatsAppChange") : t("bell.whatsAppGive")}
            </Button>
            {sound.number && (
              <Button size="small" variant="text" color="error" disabled={setNumber.isPending} onClick={() => setNumber.mutate(null)}>
                {t("bell.whatsAppRemove")}
              </Button>
            )}
          </Line>
        )}
      </Line>
      {typed !== undefined && (
        <Line firm>
          <TextField
            autoFocus
            size="small"
            type="tel"
            label={t("bell.whatsAppNumber")}
            placeholder="0812…"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button type="submit" size="small" variant="contained" loading={setNumber.isPending} disabled={typed.trim() === ""}>
            {t("act.save")}
          </Button>
          <Button size="small" variant="text" onClick={() => setTyped(undefined)}>
            {t("act.cancel")}
          </Button>
        </Line>
      )}
      <Problem error={setNumber.error} />
    </Frame>
  );
}
