import { h, byId } from "./dom.js";
import { bubble } from "./bubble.js";
import { dayOf } from "./format.js";

const log = byId("log");
const nearEnd = 120;

/** The conversation on the screen: messages in the order in which they came, with a line where a day begins. */
export class Chat {
  #messages = new Map();
  #act;
  #follow = true;

  constructor(act) {
    this.#act = act;
    log.addEventListener("scroll", () => (this.#follow = log.scrollHeight - log.scrollTop - log.clientHeight < nearEnd));
    // A picture has no height before it is there.
    log.addEventListener("load", () => this.#follow && this.#toEnd(), true);
    this.show([]);
  }

  show(messages) {
    this.#messages.clear();
    log.replaceChildren(messages.length === 0 ? empty() : "");
    messages.forEach((message) => this.put(message));
    this.#toEnd();
  }

  put(message) {
    const follow = message.direction === "in" || this.#follow;
    const known = this.#messages.get(message.wamid);
    this.#messages.set(message.wamid, message);
    log.querySelector(".empty")?.remove();
    if (message.type === "reaction") {
      this.#react(message);
    } else if (known) {
      this.#renew(known, message);
    } else {
      this.#add(message);
    }
    if (follow && !known) {
      this.#toEnd();
    }
  }

  hasUnread() {
    return [...this.#messages.values()].some((message) => message.direction === "out" && message.status === "delivered");
  }

  #quoted(message) {
    return this.#messages.get(message.context?.id);
  }

  #toEnd() {
    log.scrollTop = log.scrollHeight;
    this.#follow = true;
  }

  #add(message) {
    const day = dayOf(new Date(message.timestamp));
    const days = log.querySelectorAll(".day");
    if (days[days.length - 1]?.textContent !== day) {
      log.append(h("p", { class: "day" }, day));
    }
    log.append(bubble(message, this.#act, this.#quoted(message)));
  }

  // A status changes the ticks alone: a bubble replaced under a finger would swallow the tap on its button.
  #renew(known, message) {
    const present = this.#elementOf(message.wamid);
    const renewed = bubble(message, this.#act, this.#quoted(message));
    if (differOnlyInStatus(known, message)) {
      present.dataset.status = message.status;
      present.querySelector(".ticks")?.replaceWith(renewed.querySelector(".ticks") ?? "");
    } else {
      present.replaceWith(renewed);
    }
  }

  #react({ reaction, direction }) {
    const target = this.#elementOf(reaction?.message_id);
    target?.querySelector(`.reaction-${direction}`)?.remove();
    if (target && reaction.emoji) {
      target.querySelector(".bubble").append(h("span", { class: `reaction reaction-${direction}`, role: "img", "aria-label": `Reaksi ${reaction.emoji}` }, reaction.emoji));
    }
  }

  #elementOf(wamid) {
    return [...log.children].find((element) => element.dataset.wamid === wamid);
  }
}

function empty() {
  return h("div", { class: "empty" }, h("p", {}, "Belum ada percakapan."), h("p", {}, "Sapa kantor hukum, misalnya: “Selamat siang, saya butuh bantuan.”"));
}

function differOnlyInStatus(known, message) {
  return JSON.stringify({ ...known, status: null }) === JSON.stringify({ ...message, status: null });
}
