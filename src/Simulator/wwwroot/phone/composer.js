import { h, byId } from "./dom.js";
import { icon } from "./icons.js";
import { closeSheet, openSheet } from "./sheet.js";

const largestFile = 100 * 1024 * 1024;

/** Where the client types and attaches. */
export function setUpComposer(send, complain) {
  const text = byId("text");
  byId("attach").append(icon("attach"));
  byId("send").append(icon("send"));

  byId("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    const written = text.value.trim();
    if (written !== "") {
      text.value = "";
      grow(text);
      send({ type: "text", text: written });
    }
    text.focus();
  });
  text.addEventListener("input", () => grow(text));
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      byId("composer").requestSubmit();
    }
  });
  setUpMenu();
  byId("attach-photo").addEventListener("click", () => byId("photo-file").click());
  byId("attach-document").addEventListener("click", () => byId("document-file").click());
  byId("attach-location").addEventListener("click", () => askLocation(send));
  attachOn(byId("photo-file"), "image", send, complain);
  attachOn(byId("document-file"), "document", send, complain);
}

function grow(text) {
  text.style.height = "auto";
  text.style.height = `${Math.min(text.scrollHeight, 140)}px`;
}

function setUpMenu() {
  const [button, menu] = [byId("attach"), byId("attach-menu")];
  const show = (shown) => {
    menu.hidden = !shown;
    button.setAttribute("aria-expanded", String(shown));
  };
  button.addEventListener("click", () => {
    show(menu.hidden);
    menu.querySelector("button").focus();
  });
  menu.addEventListener("click", () => show(false));
  menu.addEventListener("keydown", (event) => {
    const items = [...menu.querySelectorAll("button")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
    } else if (event.key === "Escape") {
      show(false);
      button.focus();
    }
  });
  document.addEventListener("click", (event) => event.target.closest(".attach") || show(false));
}

function attachOn(input, type, send, complain) {
  input.addEventListener("change", async () => {
    const [file] = input.files;
    input.value = "";
    if (file && file.size > largestFile) {
      complain("Berkas lebih besar dari 100 MB tidak dapat dikirim.");
    } else if (file) {
      send({ type, mimeType: file.type || "application/octet-stream", filename: file.name, data: await base64Of(file) });
    }
  });
}

function base64Of(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result.slice(reader.result.indexOf(",") + 1)));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}

/** A place is typed: a simulated phone has no position of its own. */
export function askLocation(send, context) {
  const field = (label, name, value) => h("label", {}, label, h("input", { name, value, required: true }));
  const form = h(
    "form",
    { class: "client-form", onsubmit: (event) => {
      event.preventDefault();
      const values = new FormData(form);
      closeSheet();
      send({
        type: "location",
        location: { latitude: Number(values.get("latitude")), longitude: Number(values.get("longitude")), name: values.get("place") },
        ...(context ? { context } : {}),
      });
    } },
    field("Tempat", "place", "Polda Metro Jaya, Jakarta"),
    field("Lintang", "latitude", "-6.22172"),
    field("Bujur", "longitude", "106.80891"),
    h("button", { type: "submit", class: "primary" }, "Bagikan lokasi ini"),
  );
  openSheet("Bagikan lokasi", [form]);
}
