// @ts-check
import { one } from "../../lib/dom.js";

/** @typedef {{ label: string, act: () => void }} Action */

/** Says how pane and open document stand to each other, where something keeps them apart; one sentence for each cause. */
export class LiveNotice {
  /** @type {HTMLElement} */ #place;
  /** @type {Map<string, { words: string, box: HTMLElement }>} */ #said = new Map();

  /** @param {HTMLElement} root the editor */
  constructor(root) {
    this.#place = document.createElement("div");
    this.#place.setAttribute("role", "status");
    this.#place.dataset.live = "";
    one(root, "[data-read-result]").before(this.#place);
  }

  /** @param {string} cause @param {string} words "" when it is over @param {Action[]} [actions] */
  say(cause, words, actions = []) {
    const before = this.#said.get(cause);
    if ((before?.words ?? "") === words) return;
    before?.box.remove();
    this.#said.delete(cause);
    if (words === "") return;
    const box = Object.assign(document.createElement("div"), { className: "notice" });
    box.dataset.tone = "warning";
    box.dataset.cause = cause;
    box.append(words);
    for (const { label, act } of actions) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "button subtle", textContent: label });
      button.addEventListener("click", act);
      box.append(" ", button);
    }
    this.#place.append(box);
    this.#said.set(cause, { words, box });
  }

  /** @param {boolean} one whether the open document is this form's */
  isOne(one) {
    this.#place.dataset.live = one ? "on" : "off";
  }
}
