import { expect, it } from "vitest";
import { i18next } from "../texts/i18n";
import { featureInWords } from "./featureInWords";

it.each([
  ["urgency critical: detention (ditahan polisi)", "Kegentingan: penahanan (“ditahan polisi”)"],
  ["practice area criminal: words about land property", "Bidang: kata-kata tentang pertanahan"],
  ["intent emergency: “tolong”", "Maksud: “tolong”"],
  ["urgency high: loss of liberty + today", "Kegentingan: hilangnya kebebasan + hari ini"],
  ["complexity simple: near date, no harm", "Kerumitan: tanggal dekat tanpa bahaya"],
  ["urgency high: something new", "Kegentingan: something new"],
])("says %s as a reader would", (feature, words) => expect(featureInWords(feature, i18next.t)).toBe(words));
