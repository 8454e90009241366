import { h, byId } from "./dom.js";
import { icon } from "./icons.js";
import { readClients } from "./api.js";

const remembered = "simulator.client";
const standard = { phone: "+6281234567890", name: "Budi Santoso" };

/** Digits with a plus; a domestic 0 stands for Indonesia. Null when it is no phone number. */
export function normalise(text) {
  const digits = text.replace(/[\s().+-]/g, "").replace(/^0/, "62");
  return /^\d{7,15}$/.test(digits) ? `+${digits}` : null;
}

/** Whose phone this is: from the address, else from last time, else the standard one. */
export function currentClient() {
  const asked = new URLSearchParams(location.search);
  const saved = recall();
  const phone = normalise(asked.get("phone") ?? "") ?? saved.phone;
  const name = asked.get("name")?.trim() || (phone === saved.phone ? saved.name : `Klien ${phone.slice(-4)}`);
  return { phone, name };
}

function recall() {
  try {
    return { ...standard, ...JSON.parse(localStorage.getItem(remembered) ?? "{}") };
  } catch (damaged) {
    console.warn("Remembered client is unreadable, starting with the standard one.", damaged.name);
    return standard;
  }
}

export function remember(client) {
  localStorage.setItem(remembered, JSON.stringify(client));
  const address = new URL(location.href);
  address.searchParams.set("phone", client.phone);
  address.searchParams.set("name", client.name);
  history.replaceState(null, "", address);
}

/** The panel where a person chooses who they are. */
export function setUpClients(client, change) {
  const [desk, open] = [byId("desk"), byId("desk-open")];
  open.append(icon("people"));
  byId("desk-close").append(icon("close"));
  byId("client-phone").value = client.phone;
  byId("client-name").value = client.name;

  const show = (shown) => {
    desk.classList.toggle("open", shown);
    open.setAttribute("aria-expanded", String(shown));
    (shown ? byId("client-phone") : open).focus();
  };
  open.addEventListener("click", () => show(!desk.classList.contains("open")));
  byId("desk-close").addEventListener("click", () => show(false));
  desk.addEventListener("keydown", (event) => event.key === "Escape" && desk.classList.contains("open") && show(false));

  byId("client-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const phone = normalise(byId("client-phone").value);
    const problem = byId("client-problem");
    problem.hidden = phone !== null;
    problem.textContent = "Nomor ini bukan nomor telepon. Contoh: +62 812-3456-7890.";
    if (phone !== null) {
      change({ phone, name: byId("client-name").value.trim() });
    }
  });
  listKnown(client, change);
}

async function listKnown(client, change) {
  const others = (await readClients()).filter((known) => known.phone !== client.phone);
  byId("known").hidden = others.length === 0;
  byId("known-list").replaceChildren(...others.map((known) => h("li", {}, h(
    "button",
    { type: "button", class: "known-client", onclick: () => change({ phone: known.phone, name: known.name }) },
    h("span", { class: "known-name" }, known.name),
    h("span", { class: "known-phone" }, known.phone),
  ))));
}
