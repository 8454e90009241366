import { styled } from "@mui/material/styles";
import { useTranslation } from "react-i18next";
import { DateField } from "../ui/DateField";
import { TimeField } from "../ui/TimeField";
import { Words } from "../ui/Words";

export interface Chosen {
  day: string;
  time: string;
}

const hour = 3_600_000;
const furthest = 90 * 24 * hour;

/** The moment that day and time mean on a clock so many hours ahead of UTC; undefined while they mean none that is to come. */
export function momentOf({ day, time }: Chosen, hoursAhead: number, now: number): number | undefined {
  if (day === "" || time === "") return undefined;
  const at = new Date(`${day}T${time}Z`).getTime() - hoursAhead * hour;
  return at > now && at < now + furthest ? at : undefined;
}

const Fields = styled("div")(({ theme }) => ({
  display: "grid",
  gridTemplateColumns: "minmax(150px, 200px) 90px minmax(0, 1fr)",
  alignItems: "center",
  gap: theme.spacing(2),
  [theme.breakpoints.down("sm")]: { gridTemplateColumns: "1fr 90px", "& > :last-child": { gridColumn: "1 / -1" } },
}));

/** When an approved reply shall leave. */
export function SendingTime({ chosen, valid, change }: { chosen: Chosen; valid: boolean; change: (chosen: Chosen) => void }) {
  const { t } = useTranslation();
  return (
    <Fields role="group" aria-label={t("schedule.title")}>
      <DateField label={t("schedule.day")} value={chosen.day} onChange={(day) => change({ ...chosen, day })} />
      <TimeField label={t("schedule.time")} value={chosen.time} onChange={(time) => change({ ...chosen, time })} />
      <Words look="small">{valid ? t("schedule.hint") : t("schedule.toCome")}</Words>
    </Fields>
  );
}
