import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import TextField from "@mui/material/TextField";
import { styled } from "@mui/material/styles";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClockTarget } from "../api/types";
import { Column } from "../ui/Column";
import { Fetched } from "../ui/Fetched";
import { Line } from "../ui/Line";
import { Panel } from "../ui/Panel";
import { Problem } from "../ui/Problem";
import { UrgencyBadge } from "../ui/UrgencyBadge";
import { Words } from "../ui/Words";
import { useOfficeHours } from "./useOfficeHours";

const kinds = ["firstResponse", "nextResponse", "approval", "intakeDecision"] as const;
const urgencies = ["critical", "high", "normal", "low"] as const;
const longest = 30 * 24 * 60;

const Grid = styled("div")(({ theme }) => ({
  display: "grid",
  gridTemplateColumns: "repeat(4, minmax(0, 1fr))",
  gap: theme.spacing(3),
  [theme.breakpoints.down("md")]: { gridTemplateColumns: "repeat(2, minmax(0, 1fr))" },
}));

/** How long a client, a reply or an interview may wait, by urgency. */
export function ClockTargetsPanel() {
  const { t } = useTranslation();
  const { query } = useOfficeHours();
  return (
    <Panel title={t("targets.title")}>
      <Fetched query={query} rows={4}>
        {(settings) => <TargetsForm key={JSON.stringify(settings.targets)} targets={settings.targets} />}
      </Fetched>
    </Panel>
  );
}

function TargetsForm({ targets }: { targets: readonly ClockTarget[] }) {
  const { t } = useTranslation();
  const { setTargets } = useOfficeHours();
  const [wanted, setWanted] = useState(targets);
  const complete = wanted.every(({ minutes }) => Number.isInteger(minutes) && minutes >= 1 && minutes <= longest);
  const change = (changed: ClockTarget) =>
    setWanted(wanted.map((one) => (one.kind === changed.kind && one.urgency === changed.urgency ? changed : one)));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setTargets.mutate(wanted);
      }}
    >
      <Column>
        <Words look="muted">{t("targets.hint")}</Words>
        {kinds.map((kind) => (
          <Column key={kind} gap="snug">
            <Words look="strong">{t(`targets.kind.${kind}`)}</Words>
            <Grid role="group" aria-label={t(`targets.kind.${kind}`)}>
              {urgencies.map((urgency) => {
                const target = wanted.find((one) => one.kind === kind && one.urgency === urgency);
                return (
                  target && (
                    <Column key={urgency} gap="snug">
                      <Line>
                        <UrgencyBadge urgency={urgency} />
                      </Line>
                      <TextField
                        size="small"
                        type="number"
                        label={t("targets.minutes")}
                        value={Number.isNaN(target.minutes) ? "" : target.minutes}
                        error={!(target.minutes >= 1 && target.minutes <= longest)}
                        onChange={(event) =>
                          change({ ...target, minutes: event.target.value === "" ? Number.NaN : Number(event.target.value) })
                        }
                        slotProps={{ htmlInput: { min: 1, max: longest } }}
                      />
                      <FormControlLabel
                        label={t("targets.working")}
                        control={
                          <Checkbox size="small" checked={target.working} onChange={(_, working) => change({ ...target, working })} />
                        }
                      />
                    </Column>
                  )
                );
              })}
            </Grid>
          </Column>
        ))}
        <Problem error={setTargets.error} />
        <Line>
          <Button type="submit" variant="contained" loading={setTargets.isPending} disabled={!complete}>
            {t("act.save")}
          </Button>
          {setTargets.isSuccess && (
            <Words look="small" as="div">
              <span role="status">{t("office.saved")}</span>
            </Words>
          )}
        </Line>
      </Column>
    </form>
  );
}
