// @ts-check
import { copyOf, one } from "../../lib/dom.js";
import { t } from "../../lib/text.js";
import { tell } from "./sentence.js";

/** @typedef {import("../../lib/problems.js").Finding} Finding */

/** Everything there is to say about the form, in the form's order. Entries stay the same elements as long as what they say stays true. */
export class Summary {
  /** @type {HTMLElement} */ #box;
  /** @type {Map<string, HTMLElement>} */ #entries = new Map();

  /** @param {HTMLElement} root the editor @param {(path: string) => void} goTo */
  constructor(root, goTo) {
    this.#box = one(root, "[data-summary]");
    one(this.#box, "[data-summary-list]").addEventListener("click", (event) => {
      const entry = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-path]"));
      if (entry) goTo(entry.dataset.path ?? "");
    });
  }

  /** @param {Finding[]} findings @param {Map<string, HTMLElement>} places */
  show(findings, places) {
    const errors = findings.filter(({ severity }) => severity === "error").length;
    this.#box.hidden = findings.length === 0;
    one(this.#box, "[data-summary-title]").textContent = titleOf(errors, findings.length - errors);
    const old = this.#entries;
    this.#entries = new Map(findings.map((finding) => {
      const key = JSON.stringify(finding);
      return [key, old.get(key) ?? this.#entry(finding, places.get(finding.path))];
    }));
    arrange(one(this.#box, "[data-summary-list]"), [...this.#entries.values()]);
  }

  focus() {
    if (!this.#box.hidden) this.#box.focus();
  }

  /** @param {Finding} finding @param {HTMLElement | undefined} control */
  #entry(finding, control) {
    const leads = control !== undefined && !(control instanceof HTMLOutputElement);
    const entry = copyOf(this.#box, leads ? "[data-summary-link]" : "[data-summary-words]");
    entry.dataset.severity = finding.severity;
    one(entry, "[data-kind]").textContent = finding.severity === "error" ? t("Phải sửa") : t("Nên xem lại");
    const words = one(entry, "[data-words]");
    tell(words, finding);
    if (leads) words.dataset.path = finding.path;
    return entry;
  }
}

/** @param {number} errors @param {number} warnings */
function titleOf(errors, warnings) {
  if (errors === 0) return t("{0} chỗ nên xem lại", warnings);
  return warnings ? t("Còn {0} chỗ phải sửa trước khi nộp, {1} chỗ nên xem lại", errors, warnings) : t("Còn {0} chỗ phải sửa trước khi nộp", errors);
}

/** Puts elements into a list and touches only those that are not in their place. @param {HTMLElement} list @param {HTMLElement[]} wanted */
function arrange(list, wanted) {
  const keep = new Set(wanted);
  for (const child of [...list.children]) if (!keep.has(/** @type {HTMLElement} */ (child))) child.remove();
  wanted.forEach((child, index) => {
    if (list.children[index] !== child) list.insertBefore(child, list.children[index] ?? null);
  });
}
