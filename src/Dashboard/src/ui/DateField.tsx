import { AdapterDateFns } from "@mui/x-date-pickers/AdapterDateFns";
import { DatePicker } from "@mui/x-date-pickers/DatePicker";
import { LocalizationProvider } from "@mui/x-date-pickers/LocalizationProvider";
import { format, isValid, parseISO } from "date-fns";
import { enGB } from "date-fns/locale/en-GB";
import { id } from "date-fns/locale/id";
import { Calendar } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "./useLanguage";

const locales = { id, en: enGB } as const;
const CalendarSign = () => <Calendar size={16} aria-hidden />;
const earliestYear = 1900;

const dayOf = (date: Date | null) =>
  date !== null && isValid(date) && date.getFullYear() >= earliestYear ? format(date, "yyyy-MM-dd") : "";
const dateOf = (day: string) => (day === "" ? null : parseISO(day));

interface Props {
  label: string;
  /** A day as `2026-11-21`, or empty. */
  value: string;
  /** Empty while what is typed is no whole day yet. */
  onChange: (day: string) => void;
  clearable?: boolean;
}

/** A day, written dd/mm/yyyy as both languages of the screen do; the browser's own field would follow its installation instead. */
export function DateField({ label, value, onChange, clearable = false }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  // A half-typed day is none for the page but stays in the field, until the page itself says another.
  const [date, setDate] = useState(() => dateOf(value));
  // What an address holds need not be a day at all: then the field is empty.
  const asked = dateOf(value);
  if (dayOf(date) !== dayOf(asked)) setDate(asked);
  return (
    <LocalizationProvider
      dateAdapter={AdapterDateFns}
      adapterLocale={locales[language]}
      localeText={{
        fieldDayPlaceholder: () => t("date.placeholder.day"),
        fieldMonthPlaceholder: () => t("date.placeholder.month"),
        fieldYearPlaceholder: () => t("date.placeholder.year"),
        day: t("date.day"),
        month: t("date.month"),
        year: t("date.year"),
        empty: t("date.empty"),
        fieldClearLabel: t("act.clearField"),
        openDatePickerDialogue: (chosen) => (chosen === null ? t("date.choose") : t("date.chooseAgain", { date: chosen })),
        datePickerToolbarTitle: t("date.choose"),
        previousMonth: t("date.previousMonth"),
        nextMonth: t("date.nextMonth"),
        calendarViewSwitchingButtonAriaLabel: (view) => (view === "year" ? t("date.toDays") : t("date.toYears")),
        cancelButtonLabel: t("act.cancel"),
        okButtonLabel: t("date.ok"),
      }}
    >
      <DatePicker
        label={label}
        format="dd/MM/yyyy"
        value={date}
        onChange={(typed) => {
          setDate(typed);
          onChange(dayOf(typed));
        }}
        slots={{ openPickerIcon: CalendarSign }}
        // One letter a day leaves two days alike: Senin, Selasa and Sabtu in Indonesian, Tuesday and Thursday in English.
        dayOfWeekFormatter={(weekday) => format(weekday, "EEEEEE", { locale: locales[language] })}
        slotProps={{ field: { clearable }, textField: { size: "small", fullWidth: true } }}
      />
    </LocalizationProvider>
  );
}
