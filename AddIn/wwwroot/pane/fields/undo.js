// @ts-check
import { one } from "../../lib/dom.js";

/** Steps that can be taken back, the last one first: by its button, or by Ctrl+Z where no text is being typed. */
export class Undo {
  /** @type {HTMLElement} */ #offer;
  /** @type {{ words: Node, back: () => void }[]} */ #steps = [];

  /** @param {HTMLElement} scope an element with data-undo in it */
  constructor(scope) {
    this.#offer = one(scope, "[data-undo]");
    one(this.#offer, "[data-undo-button]").addEventListener("click", () => this.#back());
    scope.addEventListener("keydown", (event) => {
      const typing = /** @type {Element} */ (event.target).matches("input, textarea, select");
      if (typing || event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey || this.#steps.length === 0) return;
      event.preventDefault();
      this.#back();
    });
  }

  /** @param {Node} words what was done @param {() => void} back */
  add(words, back) {
    this.#steps.push({ words, back });
    this.#show();
  }

  /** Nothing can be taken back any more. */
  clear() {
    this.#steps = [];
    this.#show();
  }

  #back() {
    const step = this.#steps.pop();
    this.#show();
    step?.back();
  }

  #show() {
    const last = this.#steps.at(-1);
    this.#offer.hidden = !last;
    one(this.#offer, "[data-undo-text]").replaceChildren(last?.words.cloneNode(true) ?? "");
  }
}
