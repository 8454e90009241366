import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import IconButton from "@mui/material/IconButton";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { styled } from "@mui/material/styles";
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Holiday, OfficeSettings, WorkingDay } from "../api/types";
import { Column } from "../ui/Column";
import { DateField } from "../ui/DateField";
import { Line } from "../ui/Line";
import { Problem } from "../ui/Problem";
import { TimeField } from "../ui/TimeField";
import { Words } from "../ui/Words";
import { useOfficeHours } from "./useOfficeHours";

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
const zones = ["wib", "wita", "wit"] as const;
const idleChoices = [15, 30, 60, 120, 240, 480, 1440];

const Week = styled("div")(({ theme }) => ({
  display: "grid",
  gridTemplateColumns: "minmax(120px, 180px) 120px 120px",
  alignItems: "center",
  gap: theme.spacing(1.5, 3),
  [theme.breakpoints.down("sm")]: { gridTemplateColumns: "1fr 100px 100px", gap: theme.spacing(1.5, 2) },
}));

const Choices = styled("div")(({ theme }) => ({
  display: "grid",
  gridTemplateColumns: "repeat(2, minmax(0, 260px))",
  gap: theme.spacing(4, 3),
  paddingTop: theme.spacing(1),
  [theme.breakpoints.down("sm")]: { gridTemplateColumns: "1fr" },
}));

const Day = styled("div")(({ theme }) => ({
  display: "grid",
  gridTemplateColumns: "180px minmax(160px, 1fr) auto auto",
  alignItems: "center",
  gap: theme.spacing(2),
  [theme.breakpoints.down("sm")]: {
    gridTemplateColumns: "1fr auto",
    "& .name": { gridColumn: "1 / -1", gridRow: 2 },
    "& .collective": { gridColumn: "1 / -1", gridRow: 3 },
  },
}));

/** The week, the days off and the zone by which clocks run, and when a forgotten conversation goes back to the script. */
export function OfficeHoursForm({ settings }: { settings: OfficeSettings }) {
  const { t } = useTranslation();
  const { save } = useOfficeHours();
  const [zone, setZone] = useState(settings.hours.zone);
  const [week, setWeek] = useState<readonly WorkingDay[]>(settings.hours.week);
  const [holidays, setHolidays] = useState<readonly Holiday[]>(settings.hours.holidays);
  const [idle, setIdle] = useState(settings.takeoverIdleMinutes);
  const hoursOf = (day: string) => week.find((working) => working.day === day);
  const setHours = (changed: WorkingDay) => setWeek(week.map((working) => (working.day === changed.day ? changed : working)));
  const setHoliday = (index: number, changed: Holiday) => setHolidays(holidays.map((holiday, at) => (at === index ? changed : holiday)));
  const complete =
    week.every((day) => day.from !== "" && day.to !== "") && holidays.every(({ day, name }) => day !== "" && name.trim() !== "");

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ hours: { zone, week: [...week], holidays: [...holidays] }, idle });
      }}
    >
      <Column>
        <Choices>
          <TextField select label={t("office.zone")} value={zone} onChange={(event) => setZone(event.target.value as typeof zone)}>
            {zones.map((name) => (
              <MenuItem key={name} value={name}>
                {t(`office.zones.${name}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField select label={t("office.idle")} value={idle} onChange={(event) => setIdle(Number(event.target.value))}>
            {[...new Set([...idleChoices, settings.takeoverIdleMinutes])]
              .sort((one, other) => one - other)
              .map((minutes) => (
                <MenuItem key={minutes} value={minutes}>
                  {minutes < 60 ? t("office.minutes", { count: minutes }) : t("office.hours", { count: minutes / 60 })}
                </MenuItem>
              ))}
          </TextField>
        </Choices>
        <Typography variant="overline" component="h3" color="textSecondary">
          {t("office.week")}
        </Typography>
        <Week>
          {weekdays.map((day) => {
            const hours = hoursOf(day);
            return [
              <FormControlLabel
                key={day}
                label={t(`office.day.${day}`)}
                control={
                  <Checkbox
                    checked={hours !== undefined}
                    onChange={(_, works) =>
                      setWeek(works ? [...week, { day, from: "08:00:00", to: "17:00:00" }] : week.filter((working) => working.day !== day))
                    }
                  />
                }
              />,
              <TimeField
                key={`${day}-from-${hours === undefined}`}
                label={t("office.from", { day: t(`office.day.${day}`) })}
                disabled={hours === undefined}
                value={hours?.from ?? ""}
                onChange={(time) => hours !== undefined && setHours({ ...hours, from: time })}
              />,
              <TimeField
                key={`${day}-to-${hours === undefined}`}
                label={t("office.to", { day: t(`office.day.${day}`) })}
                disabled={hours === undefined}
                value={hours?.to ?? ""}
                onChange={(time) => hours !== undefined && setHours({ ...hours, to: time })}
              />,
            ];
          })}
        </Week>
        <Typography variant="overline" component="h3" color="textSecondary">
          {t("office.holidays")}
        </Typography>
        {holidays.length === 0 && <Words look="muted">{t("office.noHolidays")}</Words>}
        {holidays.map((holiday, index) => (
          <Day key={index}>
            <DateField label={t("office.date")} value={holiday.day} onChange={(day) => setHoliday(index, { ...holiday, day })} />
            <TextField
              className="name"
              label={t("office.name")}
              value={holiday.name}
              onChange={(event) => setHoliday(index, { ...holiday, name: event.target.value })}
              slotProps={{ htmlInput: { maxLength: 80 } }}
            />
            <FormControlLabel
              className="collective"
              label={t("office.collective")}
              control={
                <Checkbox checked={holiday.collective} onChange={(_, collective) => setHoliday(index, { ...holiday, collective })} />
              }
            />
            <IconButton
              aria-label={t("office.remove", { name: holiday.name })}
              onClick={() => setHolidays(holidays.filter((_, at) => at !== index))}
            >
              <Trash2 size={16} aria-hidden />
            </IconButton>
          </Day>
        ))}
        <div>
          <Button
            variant="outlined"
            startIcon={<Plus size={15} aria-hidden />}
            onClick={() => setHolidays([...holidays, { day: "", name: "", collective: false }])}
          >
            {t("office.addHoliday")}
          </Button>
        </div>
        <Problem error={save.error} />
        <Line>
          <Button type="submit" variant="contained" loading={save.isPending} disabled={!complete}>
            {t("act.save")}
          </Button>
          {save.isSuccess && (
            <Words look="small" as="div">
              <span role="status">{t("office.saved")}</span>
            </Words>
          )}
        </Line>
      </Column>
    </form>
  );
}
