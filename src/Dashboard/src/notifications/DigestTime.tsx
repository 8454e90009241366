import Button from "@mui/material/Button";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { notifications } from "../api/endpoints";
import { queryKeys } from "../api/queryKeys";
import { Column } from "../ui/Column";
import { Line } from "../ui/Line";
import { Problem } from "../ui/Problem";
import { TimeField } from "../ui/TimeField";
import { Words } from "../ui/Words";

/** When on a working day each person is told how much waits for them. */
export function DigestTime({ at }: { at: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [time, setTime] = useState(at);
  const save = useMutation({
    mutationFn: () => notifications.setDigestTime(time),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.notificationRules }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Column gap="tight">
        <Words look="strong">{t("rules.digest")}</Words>
        <Line>
          <TimeField label={t("rules.digestAt")} value={at} onChange={setTime} />
          <Button type="submit" variant="outlined" size="small" loading={save.isPending} disabled={time === "" || time === at}>
            {t("act.save")}
          </Button>
        </Line>
        <Words look="small">{t("rules.digestHint")}</Words>
        <Problem error={save.error} />
      </Column>
    </form>
  );
}
