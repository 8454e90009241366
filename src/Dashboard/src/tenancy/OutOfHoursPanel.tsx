import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OfficeSettings } from "../api/types";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Fetched } from "../ui/Fetched";
import { Line } from "../ui/Line";
import { Panel } from "../ui/Panel";
import { Problem } from "../ui/Problem";
import { When } from "../ui/When";
import { Words } from "../ui/Words";
import { useMay } from "./currentSession";
import { useOfficeHours } from "./useOfficeHours";

const opening = "{{next_opening}}";
const longest = 1000;

/** What clients are told who wait for a person while the firm is closed: a lawyer publishes it, an admin may switch it off. */
export function OutOfHoursPanel() {
  const { t } = useTranslation();
  const { query } = useOfficeHours();
  const said = query.data?.notice;
  return (
    <Panel
      title={t("closed.title")}
      action={
        query.data !== undefined && (
          <Badge tone={said ? "good" : "low"}>{said ? t("closed.version", { version: query.data.noticeVersion }) : t("closed.off")}</Badge>
        )
      }
    >
      <Fetched query={query} rows={3}>
        {(settings) => <NoticeForm key={settings.noticeVersion} settings={settings} />}
      </Fetched>
    </Panel>
  );
}

function NoticeForm({ settings }: { settings: OfficeSettings }) {
  const { t } = useTranslation();
  const may = useMay();
  const { publishNotice } = useOfficeHours();
  const [id, setId] = useState(settings.notice?.id ?? t("closed.usual", { lng: "id", opening }));
  const [en, setEn] = useState(settings.notice?.en ?? t("closed.usual", { lng: "en", opening }));
  const writes = may("publishDefinition");
  const complete = (text: string) =>
    text.length <= longest && text.split(opening).length === 2 && !text.replace(opening, "").includes("{{");
  const field = (label: string, text: string, set: (text: string) => void) => (
    <TextField
      multiline
      minRows={3}
      label={label}
      value={text}
      disabled={!writes}
      error={!complete(text)}
      helperText={complete(text) ? undefined : t("closed.incomplete", { opening })}
      onChange={(event) => set(event.target.value)}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        publishNotice.mutate({ id, en });
      }}
    >
      <Column>
        <Words look="muted">{t("closed.hint", { opening })}</Words>
        {field(t("closed.indonesian"), id, setId)}
        {field(t("closed.english"), en, setEn)}
        {settings.nextOpening && !settings.isOpen && (
          <Alert severity="info">
            {t("closed.now")} <When at={settings.nextOpening} look="full" />
          </Alert>
        )}
        <Problem error={publishNotice.error} />
        <Line>
          {writes && (
            <Button type="submit" variant="contained" loading={publishNotice.isPending} disabled={!complete(id) || !complete(en)}>
              {t("act.publish")}
            </Button>
          )}
          {settings.notice && (
            <Button variant="outlined" disabled={publishNotice.isPending} onClick={() => publishNotice.mutate(null)}>
              {t("closed.switchOff")}
            </Button>
          )}
          {!writes && <Words look="small">{t("closed.lawyerPublishes")}</Words>}
        </Line>
      </Column>
    </form>
  );
}
