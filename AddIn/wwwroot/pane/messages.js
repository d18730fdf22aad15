// @ts-check
import { all, maybe, one } from "../lib/dom.js";
import { controlOf } from "./values.js";

/** @typedef {import("../lib/problems.js").Finding} Finding */

/**
 * Says the findings beside their fields, in the summary and in the readiness line. A field is only told of once somebody has been there,
 * or once all was asked for.
 */
export class Messages {
  /** @type {HTMLElement} */ #root;
  /** @type {HTMLElement} */ #form;
  /** @type {WeakSet<Element>} */ #visited = new WeakSet();
  /** @type {Finding[]} */ #told = [];
  #all = false;

  /** @param {HTMLElement} root the editor */
  constructor(root) {
    this.#root = root;
    this.#form = one(root, "[data-fields]");
    this.#form.addEventListener("focusout", (event) => this.visit(/** @type {Element} */ (event.target)));
    one(root, "[data-show-problems]").addEventListener("click", () => this.reveal());
  }

  /** @param {Element} control somebody has been there */
  visit(control) {
    if (this.#visited.has(control)) return;
    this.#visited.add(control);
    this.show(this.#told);
  }

  /** @param {Finding[]} findings */
  show(findings) {
    this.#told = findings;
    const places = new Map(findings.toReversed().map((finding) => [this.#elementOf(finding), finding]));
    for (const field of all(this.#form, "[data-field], [data-rows]")) {
      const finding = places.get(field);
      const control = maybe(field, ":scope > [data-tag], :scope > [data-add-row]");
      const shown = finding && control && (this.#all || this.#visited.has(control)) ? finding : undefined;
      say(field, control, shown);
    }
    this.#readiness();
    this.#summary();
  }

  /** Tells of everything and goes to the summary. */
  reveal() {
    this.#all = true;
    this.show(this.#told);
    const summary = one(this.#root, "[data-summary]");
    if (!summary.hidden) summary.focus();
  }

  /** @param {Finding} finding */
  #elementOf(finding) {
    return controlOf(this.#form, finding.path)?.closest("[data-field], [data-rows]") ?? null;
  }

  #readiness() {
    const errors = this.#told.filter(({ severity }) => severity === "error").length;
    const warnings = this.#told.length - errors;
    const line = one(this.#root, "[data-readiness]");
    const words = (errors ? `Còn ${errors} chỗ phải sửa` : "Đủ điều kiện nộp") + (warnings ? ` · ${warnings} chỗ nên xem lại` : "");
    if (line.textContent !== words) line.textContent = words;
    line.dataset.tone = errors ? "warning" : "success";
    one(this.#root, "[data-show-problems]").hidden = this.#told.length === 0;
  }

  #summary() {
    const summary = one(this.#root, "[data-summary]");
    summary.hidden = !this.#all || this.#told.length === 0;
    const errors = this.#told.filter(({ severity }) => severity === "error").length;
    one(summary, "[data-summary-title]").textContent = errors ? `Còn ${errors} chỗ phải sửa trước khi nộp` : "Những chỗ nên xem lại";
    one(summary, "[data-summary-list]").replaceChildren(...this.#told.map((finding) => this.#item(finding)));
  }

  /** @param {Finding} finding */
  #item(finding) {
    const item = document.createElement("li");
    item.dataset.severity = finding.severity;
    const control = controlOf(this.#form, finding.path);
    const target = control instanceof HTMLOutputElement ? null : control;
    const words = document.createElement(target ? "button" : "span");
    words.textContent = sentence(finding);
    if (target) {
      words.setAttribute("type", "button");
      words.className = "link";
      words.addEventListener("click", () => target.focus());
    }
    item.append(words);
    return item;
  }
}

/**
 * A finding with its clause.
 * @param {Finding} finding
 */
export function sentence({ message, clause }) {
  const source = /^\d/.test(clause) ? `Hướng dẫn, mục ${clause}` : clause;
  return source ? `${message} (${source})` : message;
}

/** @param {HTMLElement} field @param {HTMLElement | null} control @param {Finding | undefined} finding */
function say(field, control, finding) {
  const place = maybe(field, ":scope > [data-message]");
  if (!place) return;
  place.hidden = !finding;
  place.textContent = finding ? sentence(finding) : "";
  field.toggleAttribute("data-told", Boolean(finding));
  field.dataset.severity = finding?.severity ?? "";
  if (finding?.severity === "error") control?.setAttribute("aria-invalid", "true");
  else control?.removeAttribute("aria-invalid");
}
