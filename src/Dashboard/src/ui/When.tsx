import { clockInZone, dayKey, day, exactMoment, moment, shortDay } from "./formats";
import { useLanguage } from "./useLanguage";
import { useNow } from "./useNow";

type Look = "short" | "day" | "full" | "exact";

/** An instant in the viewer's zone: `short` says today's clock or another day's date, `exact` the second; the whole stands in the tooltip. */
export function When({ at, look = "short" }: { at: string; look?: Look }) {
  const language = useLanguage();
  const now = useNow(60_000);
  const text =
    look === "exact"
      ? exactMoment(at, language)
      : look === "full"
        ? moment(at, language)
        : look === "day"
          ? day(at, language)
          : dayKey(at) === dayKey(new Date(now))
            ? clockInZone(at, language)
            : shortDay(at, language);
  return (
    <time dateTime={at} title={moment(at, language)}>
      {text}
    </time>
  );
}
