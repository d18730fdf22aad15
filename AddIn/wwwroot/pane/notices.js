// @ts-check
import { one } from "../lib/dom.js";

/** @typedef {"info" | "success" | "warning" | "danger"} Tone */
/** @typedef {{ more?: Node, action?: { label: string, act: () => void } }} Extras */

/** Tells what came of a click where the click was: below the head of the form, or in the bar at the bottom. */
export class Notices {
  /** @type {HTMLElement} */ #root;

  /** @param {HTMLElement} root the editor */
  constructor(root) {
    this.#root = root;
  }

  /** @param {string} words @param {Tone} tone @param {Extras} [extras] */
  atTop(words, tone, extras) {
    this.#put("[data-read-result]", words, tone, extras);
  }

  /** @param {string} words @param {Tone} tone @param {Extras} [extras] */
  inBar(words, tone, extras) {
    this.#put("[data-bar-notice]", words, tone, extras);
  }

  /** What the bar said was about the click before. */
  clearBar() {
    one(this.#root, "[data-bar-notice]").replaceChildren();
  }

  /** @param {string} place @param {string} words @param {Tone} tone @param {Extras} [extras] */
  #put(place, words, tone, { more, action } = {}) {
    const box = Object.assign(document.createElement("div"), { className: "notice" });
    box.dataset.tone = tone;
    box.append(words, ...(more ? [more] : []));
    if (action) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "button subtle", textContent: action.label });
      button.addEventListener("click", () => {
        box.remove();
        action.act();
      });
      box.append(" ", button);
    }
    one(this.#root, place).replaceChildren(box);
  }
}
