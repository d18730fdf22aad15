// @ts-check
import { all, one } from "../../lib/dom.js";
import { controlOf } from "../fields/values.js";
import { tell } from "./sentence.js";

/** @typedef {import("../../lib/problems.js").Finding} Finding */
/** @typedef {{ done: number, total: number }} Progress the places that must be filled, and how many are */

/** Tells the form that somebody is led to a place; the document may show it too. `detail.path` is the place. */
export const GOTO = "hoctap:goto";

/** How far the form is, what is missing first and why, and the way there: by its buttons, or F8 and Shift+F8 anywhere in the form. */
export class Bar {
  /** @type {HTMLElement} */ #root;
  /** @type {HTMLElement} */ #form;
  /** @type {(control: Element) => void} */ #visited;
  /** @type {Finding[]} in the form's order */ #findings = [];
  /** @type {string} the place somebody was led to last */ #at = "";

  /** @param {HTMLElement} root the editor @param {HTMLElement} form @param {(control: Element) => void} visited called with what somebody is led to */
  constructor(root, form, visited) {
    [this.#root, this.#form, this.#visited] = [root, form, visited];
    one(root, "[data-next-finding]").addEventListener("click", () => this.#step(1));
    one(root, "[data-previous-finding]").addEventListener("click", () => this.#step(-1));
    one(root, "[data-first-finding]").addEventListener("click", () => this.goTo(this.#first()?.path ?? ""));
    root.addEventListener("keydown", (event) => {
      if (event.key !== "F8" || this.#findings.length === 0) return;
      event.preventDefault();
      this.#step(event.shiftKey ? -1 : 1);
    });
  }

  /** @param {Finding[]} findings in the form's order @param {Progress} progress @param {Map<string, HTMLElement>} places */
  show(findings, { done, total }, places) {
    this.#findings = findings.filter(({ path }) => places.has(path) && !(places.get(path) instanceof HTMLOutputElement));
    const bar = /** @type {HTMLProgressElement} */ (one(this.#root, "[data-required-progress]"));
    bar.parentElement?.toggleAttribute("hidden", total === 0);
    [bar.max, bar.value] = [Math.max(1, total), done];
    bar.toggleAttribute("data-full", done === total);
    one(this.#root, "[data-required-count]").textContent = total ? `${done}/${total}` : "";
    const first = this.#first();
    one(this.#root, "[data-finding-line]").hidden = !first;
    const words = one(this.#root, "[data-first-finding]");
    if (first) tell(words, first);
    for (const arrow of all(this.#root, "[data-next-finding], [data-previous-finding]")) arrow.hidden = this.#findings.length < 2;
  }

  /** @param {string} path */
  goTo(path) {
    const control = controlOf(this.#form, path);
    if (!control) return;
    this.#at = path;
    this.#visited(control);
    control.focus();
    control.scrollIntoView({ block: "center" });
    this.#form.dispatchEvent(new CustomEvent(GOTO, { bubbles: true, detail: { path } }));
  }

  /** What is told: where somebody is, else the first that stops filing. */
  #first() {
    return this.#findings.find(({ path }) => path === this.#at) ?? this.#findings.find(({ severity }) => severity === "error") ?? this.#findings.at(0);
  }

  /** @param {1 | -1} way */
  #step(way) {
    const place = this.#findings.findIndex(({ path }) => path === this.#at);
    const shown = this.#findings.indexOf(/** @type {Finding} */ (this.#first()));
    const next = place < 0 ? shown : (place + way + this.#findings.length) % this.#findings.length;
    const finding = this.#findings.at(next);
    if (!finding) return;
    this.goTo(finding.path);
    tell(one(this.#root, "[data-first-finding]"), finding);
  }
}
