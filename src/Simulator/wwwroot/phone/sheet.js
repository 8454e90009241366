import { byId } from "./dom.js";
import { icon } from "./icons.js";

/**
 * The panel that slides up from the bottom of the phone. It stays inside the phone's frame, which a modal dialog would
 * leave; so the rest of the page is made inert by hand.
 */
const [sheet, shade] = [byId("sheet"), byId("shade")];
const behind = [...document.querySelectorAll("#desk, .chat-head, #log, #composer")];
let opener = null;

byId("sheet-close").append(icon("close"));
byId("sheet-close").addEventListener("click", closeSheet);
shade.addEventListener("click", closeSheet);
sheet.addEventListener("keydown", (event) => event.key === "Escape" && closeSheet());

export function openSheet(title, content) {
  opener = document.activeElement;
  byId("sheet-title").textContent = title;
  byId("sheet-body").replaceChildren(...content);
  shade.hidden = false;
  behind.forEach((element) => (element.inert = true));
  sheet.show();
  (byId("sheet-body").querySelector("button, input") ?? byId("sheet-close")).focus();
}

export function closeSheet() {
  sheet.close();
  shade.hidden = true;
  behind.forEach((element) => (element.inert = false));
  (opener?.isConnected ? opener : byId("text")).focus();
}
