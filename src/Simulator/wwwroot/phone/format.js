import { h } from "./dom.js";

const time = new Intl.DateTimeFormat("id-ID", { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat("id-ID", { weekday: "long", day: "numeric", month: "long", year: "numeric" });

export const timeOf = (date) => time.format(date);

export function dayOf(date, now = new Date()) {
  const days = Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(date).setHours(0, 0, 0, 0)) / 86_400_000);
  return days === 0 ? "Hari ini" : days === 1 ? "Kemarin" : day.format(date);
}

const marks = { "*": "strong", _: "em", "~": "s" };
const inline = /([*_~])(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}])|(https?:\/\/[^\s<]+[^\s<.,;:!?)])/u;

/** WhatsApp's *bold*, _italic_, ~struck~ and links, as nodes. */
export function formatted(text) {
  const nodes = [];
  let rest = text;
  for (let match = inline.exec(rest); match; match = inline.exec(rest)) {
    nodes.push(rest.slice(0, match.index));
    nodes.push(match[3]
      ? h("a", { href: match[3], target: "_blank", rel: "noopener noreferrer" }, match[3])
      : h(marks[match[1]], {}, formatted(match[2])));
    rest = rest.slice(match.index + match[0].length);
  }
  return [...nodes, rest].filter((node) => node !== "");
}

export const sizeOf = (bytes) => bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
