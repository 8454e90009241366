import { h } from "./dom.js";
import { icon } from "./icons.js";
import { openSheet, closeSheet } from "./sheet.js";

/** What can be tapped under a message of the firm: reply buttons, a list, links. */
export function choices(message, act) {
  const buttons = message.type === "template" ? templateButtons(message, act) : interactiveButtons(message, act);
  return buttons.length > 0 ? h("div", { class: "choices" }, buttons) : null;
}

function interactiveButtons(message, act) {
  const { type, action } = message.interactive ?? {};
  switch (type) {
    case "button":
      return action.buttons.map(({ reply }) => button("reply", reply.title, () => act(replyOf(message, "button_reply", { id: reply.id, title: reply.title }))));
    case "list":
      return [button("list", action.button, () => openList(message, act))];
    case "cta_url":
      return [link(action.parameters.display_text, action.parameters.url)];
    case "location_request_message":
      return [button("pin", "Bagikan lokasi", () => act({ ask: "location", context: { id: message.wamid } }))];
    default:
      return [];
  }
}

function templateButtons(message, act) {
  return (message.rendered?.buttons ?? []).map((choice) => {
    switch (choice.type) {
      case "QUICK_REPLY":
        return button("reply", choice.text, () => act({
          type: "button", button: { payload: choice.payload, text: choice.text }, context: { id: message.wamid },
        }));
      case "URL":
        return link(choice.text, choice.url);
      default:
        return h("span", { class: "choice choice-inert" }, choice.text);
    }
  });
}

function replyOf(message, kind, reply) {
  return { type: "interactive", interactive: { type: kind, [kind]: reply }, context: { id: message.wamid } };
}

const button = (symbol, label, onclick) => h("button", { type: "button", class: "choice", onclick }, icon(symbol), h("span", {}, label));

const link = (label, href) => h("a", { class: "choice", href, target: "_blank", rel: "noopener noreferrer" }, icon("link"), h("span", {}, label));

function openList(message, act) {
  const { action } = message.interactive;
  const sections = action.sections.map((section, index) => {
    const heading = section.title ? h("h3", { id: `section-${index}` }, section.title) : null;
    const rows = section.rows.map((row, position) => rowButton(row, `row-${index}-${position}`, () => {
      closeSheet();
      const { id, title, description } = row;
      act(replyOf(message, "list_reply", description ? { id, title, description } : { id, title }));
    }));
    return h("section", { "aria-labelledby": section.title ? `section-${index}` : null }, heading, h("div", { class: "rows" }, rows));
  });
  openSheet(action.button, sections);
}

function rowButton(row, id, onclick) {
  return h(
    "button",
    { type: "button", class: "row", onclick, "aria-labelledby": `${id}-title`, "aria-describedby": row.description ? `${id}-more` : null },
    h("span", { class: "row-text" },
      h("span", { class: "row-title", id: `${id}-title` }, row.title),
      row.description ? h("span", { class: "row-more", id: `${id}-more` }, row.description) : null),
    h("span", { class: "row-mark", "aria-hidden": "true" }),
  );
}
