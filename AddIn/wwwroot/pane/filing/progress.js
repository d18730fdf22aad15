// @ts-check
import { all, announce, copyOf, one } from "../../lib/dom.js";
import { language } from "../../lib/text.js";

/** @typedef {"prepare" | "send" | "store"} Step */

const STEPS = ["prepare", "send", "store"];

/** The way of one filing, in its real steps. */
export class Progress {
  /** @type {HTMLElement} */ #root;
  /** @type {HTMLElement} */ #place;
  /** @type {HTMLElement | null} */ #card = null;

  /** @param {HTMLElement} root the editor */
  constructor(root) {
    this.#root = root;
    this.#place = one(root, "[data-outcome]");
  }

  /** Shows the steps, none of them done. */
  begin() {
    this.#card = copyOf(this.#root, "[data-progress-template]");
    this.#place.replaceChildren(this.#card);
    one(this.#card, "[data-progress-title]").focus();
  }

  /** @param {Step} step the one that is under way now */
  at(step) {
    const card = this.#current();
    const reached = STEPS.indexOf(step);
    /** @type {HTMLProgressElement} */ (one(card, "[data-progress]")).value = reached + 0.5;
    for (const item of all(card, "[data-step]")) {
      const place = STEPS.indexOf(item.dataset.step ?? "");
      item.dataset.reached = place < reached ? "past" : place === reached ? "now" : "";
      if (place === reached) announce(item.textContent ?? "");
    }
  }

  /** @param {string} words what the user should know meanwhile */
  note(words) {
    one(this.#current(), "[data-progress-note]").textContent = words;
  }

  /**
   * Stops at the step under way and tells why.
   * @param {import("../../lib/problems.js").Problem} problem
   * @param {(() => void) | null} again sends the same once more; null when that is of no use
   */
  failed(problem, again) {
    const card = this.#current();
    card.dataset.tone = "danger";
    for (const place of ["[data-progress-title]", "[data-progress-note]"]) one(card, place).lang = problem.told ? "vi" : language();
    one(card, "[data-progress-title]").textContent = problem.title;
    this.note(problem.detail);
    const button = one(card, "[data-resend]");
    button.hidden = !again;
    button.onclick = () => {
      button.hidden = true;
      again?.();
    };
    (again ? button : one(card, "[data-progress-title]")).focus();
  }

  /** Takes it all away. */
  clear() {
    this.#card = null;
    this.#place.replaceChildren();
  }

  #current() {
    if (!this.#card) this.begin();
    return /** @type {HTMLElement} */ (this.#card);
  }
}
