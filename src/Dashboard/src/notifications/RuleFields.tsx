import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import MenuItem from "@mui/material/MenuItem";
import Switch from "@mui/material/Switch";
import TextField from "@mui/material/TextField";
import { styled } from "@mui/material/styles";
import { useTranslation } from "react-i18next";
import type { NotificationRule } from "../api/types";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Line } from "../ui/Line";
import { Words } from "../ui/Words";

type Audience = NotificationRule["to"][number];
type Means = NotificationRule["by"][number];

const audiences: readonly Audience[] = ["assigned", "duty", "lawyers", "paralegals", "admins", "auditors"];
const means: readonly Means[] = ["sound", "email", "whatsApp"];
const repetitions = [1, 5, 10, 15, 30, 60];

const Grid = styled("div")(({ theme }) => ({
  display: "grid",
  gridTemplateColumns: "minmax(160px, 1.4fr) 1fr 1fr 150px auto",
  alignItems: "center",
  gap: theme.spacing(2, 3),
  paddingTop: theme.spacing(3),
  borderTop: `1px solid ${theme.vars.palette.hub.line}`,
  [theme.breakpoints.down("lg")]: { gridTemplateColumns: "1fr 1fr" },
  [theme.breakpoints.down("sm")]: { gridTemplateColumns: "1fr" },
}));

interface Props {
  rule: NotificationRule;
  /** The usual rule, where the firm had not decided until now. */
  usual: NotificationRule | undefined;
  change: (rule: NotificationRule) => void;
}

export function RuleFields({ rule, usual, change }: Props) {
  const { t } = useTranslation();
  const off = rule.standing === "off";
  const decide = (part: Partial<NotificationRule>) => change({ ...rule, ...part, standing: "own" });
  const chosen = (label: string, value: readonly Audience[], set: (value: Audience[]) => void) => (
    <TextField
      select
      size="small"
      label={label}
      disabled={off}
      value={value}
      onChange={(event) => set(event.target.value as unknown as Audience[])}
      slotProps={{ select: { multiple: true } }}
    >
      {audiences.map((name) => (
        <MenuItem key={name} value={name}>
          {t(`audience.${name}`)}
        </MenuItem>
      ))}
    </TextField>
  );
  return (
    <Grid role="group" aria-label={t(`occasion.${rule.occasion}`)}>
      <Column gap="tight">
        <Words look={off ? "muted" : "strong"}>{t(`occasion.${rule.occasion}`)}</Words>
        <Line gap="tight" firm>
          {rule.standing === "usual" && <Badge tone="low">{t("rules.usual")}</Badge>}
          {rule.occasion !== "criticalFlag" && (
            <FormControlLabel
              label={t("rules.told")}
              control={
                <Switch
                  size="small"
                  checked={!off}
                  onChange={(_, on) => change(on ? (usual ?? { ...rule, standing: "own" }) : { ...rule, standing: "off" })}
                />
              }
            />
          )}
        </Line>
      </Column>
      {chosen(t("rules.to"), rule.to, (to) => decide({ to }))}
      {chosen(t("rules.later"), rule.later, (later) => decide({ later }))}
      <TextField
        select
        size="small"
        label={t("rules.repeat")}
        disabled={off || rule.occasion === "dailyDigest"}
        value={rule.repeatMinutes ?? 0}
        onChange={(event) => decide({ repeatMinutes: Number(event.target.value) === 0 ? null : Number(event.target.value) })}
      >
        <MenuItem value={0}>{t("rules.once")}</MenuItem>
        {[...new Set([...repetitions, rule.repeatMinutes ?? 5])]
          .sort((one, other) => one - other)
          .map((minutes) => (
            <MenuItem key={minutes} value={minutes}>
              {t("rules.every", { minutes })}
            </MenuItem>
          ))}
      </TextField>
      <Line gap="tight" firm>
        {means.map((name) => (
          <FormControlLabel
            key={name}
            label={t(`means.${name}`)}
            control={
              <Checkbox
                size="small"
                disabled={off}
                checked={rule.by.includes(name)}
                onChange={(_, on) => decide({ by: on ? [...rule.by, name] : rule.by.filter((other) => other !== name) })}
              />
            }
          />
        ))}
      </Line>
    </Grid>
  );
}
