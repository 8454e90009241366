import { h } from "./dom.js";
import { icon } from "./icons.js";
import { formatted, timeOf } from "./format.js";
import { choices } from "./choices.js";

const tickNames = {
  sent: ["tick", "Terkirim"],
  delivered: ["ticks", "Diterima"],
  read: ["ticks", "Dibaca"],
  failed: ["alert", "Gagal terkirim"],
};

/** One message: its bubble and, below it, what can be tapped. The client's own messages stand on the right. */
export function bubble(message, act, quoted) {
  const own = message.direction === "in";
  const body = contentOf(message);
  return h(
    "div",
    { class: `message ${own ? "own" : "theirs"}`, "data-wamid": message.wamid, "data-type": message.type, "data-status": message.status },
    h("div", { class: `bubble bubble-${message.type}` }, own ? null : quoteOf(quoted), body, footOf(message, own)),
    own ? null : choices(message, act),
  );
}

// What the firm answers stands above its words, as on the real phone.
const quoteOf = (quoted) => quoted ? h("blockquote", { class: "quote" }, quoted.text || "Pesan") : null;

function footOf(message, own) {
  const date = new Date(message.timestamp);
  const [name, label] = tickNames[message.status] ?? ["clock", "Menunggu"];
  return h(
    "span",
    { class: "foot" },
    h("time", { datetime: message.timestamp }, timeOf(date)),
    own ? h("span", { class: `ticks ticks-${message.status}`, role: "img", "aria-label": label }, icon(name)) : null,
  );
}

function contentOf(message) {
  switch (message.type) {
    case "text":
      return paragraph(message.text);
    case "interactive":
      return message.interactive.body
        ? parts(message.interactive.header, message.interactive.body.text, message.interactive.footer?.text)
        : paragraph(message.text || "Jawaban terkirim");
    case "template":
      return parts({ type: "text", text: message.rendered?.header }, message.rendered?.body ?? message.text, message.rendered?.footer);
    case "image":
    case "sticker":
      return [picture(message[message.type], message.text), caption(message)];
    case "video":
    case "audio":
      return [player(message.type, message[message.type]), caption(message)];
    case "document":
      return [fileCard(message.document), caption(message)];
    case "location":
      return place(message.location);
    case "contacts":
      return message.contacts.map((contact) => card("person", contact.name?.formatted_name ?? "Kontak", contact.phones?.[0]?.phone));
    case "button":
      return paragraph(message.text);
    default:
      return h("p", { class: "text quiet" }, message.text || "Jenis ini tidak dapat ditampilkan di sini.");
  }
}

const paragraph = (text) => h("p", { class: "text" }, formatted(text));

function parts(header, body, footer) {
  const top = header?.type === "text" || header?.type === undefined
    ? header?.text && h("p", { class: "head-text" }, formatted(header.text))
    : header.type === "image" ? picture(header.image, "") : fileCard(header[header.type]);
  return [top, paragraph(body), footer && h("p", { class: "foot-text" }, footer)];
}

const caption = (message) => message[message.type]?.caption ? paragraph(message[message.type].caption) : null;

const sourceOf = (media) => media?.id ? `/simulator/media/${encodeURIComponent(media.id)}` : null;

/** A picture by link stays on its own host: the page loads nothing from elsewhere. */
function picture(media, text) {
  const source = sourceOf(media);
  return source
    ? h("img", { class: "picture", src: source, alt: text ? `Foto: ${text}` : "Foto", loading: "lazy" })
    : fileCard(media);
}

function player(kind, media) {
  const source = sourceOf(media);
  return source ? h(kind, { class: `player player-${kind}`, src: source, controls: true, preload: "none" }) : fileCard(media);
}

function fileCard(media) {
  const address = sourceOf(media) ?? media?.link;
  const name = media?.filename ?? media?.link?.split("/").pop() ?? "Dokumen";
  return card("file", name, sourceOf(media) ? "Buka berkas" : "Tautan", address);
}

function place({ latitude, longitude, name, address }) {
  return card("pin", name ?? "Lokasi", address ?? `${Number(latitude).toFixed(5)}, ${Number(longitude).toFixed(5)}`);
}

function card(symbol, title, detail, href) {
  const inside = [
    h("span", { class: "card-icon" }, icon(symbol)),
    h("span", { class: "card-text" }, h("span", { class: "card-title" }, title), detail ? h("span", { class: "card-detail" }, detail) : null),
  ];
  return href ? h("a", { class: "card", href, target: "_blank", rel: "noopener noreferrer" }, inside) : h("div", { class: "card" }, inside);
}
