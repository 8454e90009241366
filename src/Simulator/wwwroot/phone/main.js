import { byId } from "./dom.js";
import { icon } from "./icons.js";
import { listen, markRead, readContact, readMessages, write } from "./api.js";
import { Chat } from "./chat.js";
import { currentClient, remember, setUpClients } from "./clients.js";
import { askLocation, setUpComposer } from "./composer.js";

const client = currentClient();
remember(client);

const presence = byId("presence");
let firm = "";
let typingEnds = null;

byId("avatar").append(icon("person"));
const chat = new Chat(act);
setUpClients(client, (chosen) => {
  remember(chosen);
  location.reload();
});
setUpComposer(send, complain);
connect();

async function send(message) {
  try {
    await write(client, message);
  } catch (failure) {
    complain(`Tidak terkirim: ${failure.message}`);
  }
}

function act(chosen) {
  if (chosen.ask === "location") {
    askLocation(send, chosen.context);
  } else {
    send(chosen);
  }
}

function connect() {
  const events = listen(client.phone);
  events.addEventListener("open", () => (presence.textContent = firm || "terhubung"));
  events.addEventListener("error", () => (presence.textContent = "menghubungkan…"));
  events.addEventListener("message", (event) => {
    const message = JSON.parse(event.data ?? "null");
    if (message) {
      chat.put(message);
      if (message.direction === "out" && message.status === "accepted") {
        showTyping(false); // it has just been written; later ticks say nothing about typing
      }
      readWhatIsSeen();
    }
  });
  events.addEventListener("typing", () => showTyping(true));
  events.addEventListener("ready", reload);
}

async function reload() {
  chat.show(await readMessages(client.phone));
  readWhatIsSeen();
  await findFirm();
}

/** The simulator may be up before the firm's hub is. */
async function findFirm() {
  try {
    firm = (await readContact()).displayPhoneNumber;
  } catch {
    firm = "menunggu kantor hukum siap…";
    setTimeout(findFirm, 2_000);
  }
  presence.textContent = firm;
}

function showTyping(typing) {
  clearTimeout(typingEnds);
  presence.textContent = typing ? "mengetik…" : firm;
  if (typing) {
    typingEnds = setTimeout(() => showTyping(false), 25_000);
  }
}

/** Only a page that is looked at reads. */
function readWhatIsSeen() {
  if (document.visibilityState === "visible" && chat.hasUnread()) {
    markRead(client.phone).catch((failure) => complain(failure.message));
  }
}

document.addEventListener("visibilitychange", readWhatIsSeen);

function complain(text) {
  const toast = byId("toast");
  toast.textContent = text;
  toast.hidden = false;
  setTimeout(() => (toast.hidden = true), 5_000);
}
