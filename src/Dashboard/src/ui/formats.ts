import type { ScreenLanguage } from "../texts/i18n";

const locales = { id: "id-ID", en: "en-GB" } as const;
const zones: Readonly<Record<string, string>> = {
  "Asia/Jakarta": "WIB",
  "Asia/Pontianak": "WIB",
  "Asia/Makassar": "WITA",
  "Asia/Jayapura": "WIT",
};

/** The viewer's own zone where it is one of Indonesia's three; elsewhere Jakarta's, since deadlines are told in it. */
export function zoneOf(browserZone: string): { name: string; label: string } {
  const label = zones[browserZone];
  return label === undefined ? { name: "Asia/Jakarta", label: "WIB" } : { name: browserZone, label };
}

const zone = zoneOf(Intl.DateTimeFormat().resolvedOptions().timeZone);

/** Of the viewer's zone before UTC. */
export const hoursAhead = { WIB: 7, WITA: 8, WIT: 9 }[zone.label] ?? 7;

function format(language: ScreenLanguage, options: Intl.DateTimeFormatOptions) {
  return new Intl.DateTimeFormat(locales[language], { timeZone: zone.name, ...options });
}

export const day = (instant: string | Date, language: ScreenLanguage) =>
  format(language, { day: "numeric", month: "long", year: "numeric" }).format(new Date(instant));

export const shortDay = (instant: string | Date, language: ScreenLanguage) =>
  format(language, { day: "numeric", month: "short" }).format(new Date(instant));

export const weekday = (instant: string | Date, language: ScreenLanguage) =>
  format(language, { weekday: "long", day: "numeric", month: "long" }).format(new Date(instant));

export const clock = (instant: string | Date, language: ScreenLanguage) =>
  format(language, { hour: "2-digit", minute: "2-digit", hour12: false }).format(new Date(instant));

export const clockInZone = (instant: string | Date, language: ScreenLanguage) => `${clock(instant, language)}\u00a0${zone.label}`;

export const moment = (instant: string | Date, language: ScreenLanguage) => `${day(instant, language)}, ${clockInZone(instant, language)}`;

/** To the second, for whoever asks what came first. */
export const exactMoment = (instant: string | Date, language: ScreenLanguage) =>
  `${day(instant, language)}, ${format(language, { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false }).format(new Date(instant))}\u00a0${zone.label}`;

/** The calendar day of an instant in the viewer's zone, as `2026-11-21`: comparable, not for the screen. */
export const dayKey = (instant: string | Date) => new Intl.DateTimeFormat("en-CA", { timeZone: zone.name }).format(new Date(instant));

/** A day without a time, such as a date of work, must not slip into another zone. */
export const plainDate = (date: string, language: ScreenLanguage) =>
  new Intl.DateTimeFormat(locales[language], { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${date.slice(0, 10)}T00:00:00Z`),
  );

export const shortPlainDate = (date: string, language: ScreenLanguage) =>
  new Intl.DateTimeFormat(locales[language], { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${date.slice(0, 10)}T00:00:00Z`),
  );

export const number = (value: number, language: ScreenLanguage, options?: Intl.NumberFormatOptions) =>
  new Intl.NumberFormat(locales[language], options).format(value);

export const percent = (share: number, language: ScreenLanguage) => number(share, language, { style: "percent", maximumFractionDigits: 0 });

/** As Meta counts them: a megabyte is 1,048,576 bytes. */
export function bytesInWords(bytes: number, language: ScreenLanguage): string {
  const kilobytes = Math.max(1, Math.ceil(bytes / 1024));
  return kilobytes < 1024 ? `${number(kilobytes, language)} kB` : `${number(kilobytes / 1024, language, { maximumFractionDigits: 1 })} MB`;
}

export const rupiah = (amount: number, language: ScreenLanguage) =>
  `${amount < 0 ? "−" : ""}Rp${number(Math.abs(amount), language, { maximumFractionDigits: 0 })}`;
