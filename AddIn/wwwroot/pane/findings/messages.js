// @ts-check
import { all, maybe, one } from "../../lib/dom.js";
import { whenStill } from "../../lib/still.js";
import { t } from "../../lib/text.js";
import { Bar } from "./bar.js";
import { tell } from "./sentence.js";
import { Summary } from "./summary.js";
import { placesOf } from "../fields/values.js";

/** @typedef {import("../../lib/problems.js").Finding} Finding */

/**
 * Says the findings beside their fields, in the summary and in the readiness line. A field is only told of once somebody has been there,
 * or once all was asked for.
 */
export class Messages {
  /** @type {HTMLElement} */ #root;
  /** @type {HTMLElement} */ #form;
  /** @type {Summary} */ #summary;
  /** @type {Bar} */ #bar;
  /** @type {WeakSet<Element>} */ #visited = new WeakSet();
  /** @type {WeakMap<Element, string>} what a field is told of: it is touched only when that changes */ #said = new WeakMap();
  /** @type {Finding[]} */ #told = [];
  #all = false;
  /** @type {import("./bar.js").Progress} */ #progress = { done: 0, total: 0 };
  #again = () => this.show(this.#told, this.#progress);

  /** @param {HTMLElement} root the editor */
  constructor(root) {
    this.#root = root;
    this.#form = one(root, "[data-fields]");
    this.#bar = new Bar(root, this.#form, (control) => this.#visit(control));
    this.#summary = new Summary(root, (path) => this.goTo(path));
    this.#form.addEventListener("focusout", (event) => this.#visit(/** @type {Element} */ (event.target)));
    one(root, "[data-show-problems]").addEventListener("click", () => this.reveal());
  }

  /** @param {Finding[]} found @param {import("./bar.js").Progress} progress */
  show(found, progress) {
    const places = placesOf(this.#form);
    const findings = inOrder(found, places);
    [this.#told, this.#progress] = [found, progress];
    const byField = new Map(found.toReversed().map((finding) => [places.get(finding.path)?.closest("[data-field], [data-rows]"), finding]));
    for (const field of all(this.#form, "[data-field], [data-rows]")) this.#say(field, byField.get(field));
    this.#readiness();
    this.#bar.show(findings, progress, places);
    this.#summary.show(this.#all ? findings : [], places);
  }

  /** Tells of everything and goes to the summary. */
  reveal() {
    this.#all = true;
    this.#again();
    this.#summary.focus();
  }

  /** Leads to a place. @param {string} path */
  goTo(path) {
    this.#bar.goTo(path);
  }

  /** @param {HTMLElement} field @param {Finding | undefined} finding */
  #say(field, finding) {
    const control = maybe(field, field.dataset.rows ? "[data-add-row]" : "[data-tag]");
    const shown = finding && control && (this.#all || this.#visited.has(control)) ? finding : undefined;
    const said = shown ? JSON.stringify(shown) : "";
    if (said === (this.#said.get(field) ?? "")) return;
    this.#said.set(field, said);
    say(field, control, shown);
  }

  /** @param {Element} control somebody has been there */
  #visit(control) {
    if (this.#visited.has(control)) return;
    this.#visited.add(control);
    whenStill(this.#again);
  }

  #readiness() {
    const errors = this.#told.filter(({ severity }) => severity === "error").length;
    const warnings = this.#told.length - errors;
    const line = one(this.#root, "[data-readiness]");
    const words = (errors ? t("Còn {0} chỗ phải sửa", errors) : t("Đủ điều kiện nộp")) + (warnings ? ` · ${t("{0} chỗ nên xem lại", warnings)}` : "");
    if (line.textContent !== words) line.textContent = words;
    line.dataset.tone = errors ? "warning" : "success";
    one(this.#root, "[data-show-problems]").hidden = this.#told.length === 0;
  }
}

/** @param {Finding[]} findings @param {Map<string, HTMLElement>} places what has no place among them comes last */
function inOrder(findings, places) {
  const order = new Map([...places.keys()].map((path, index) => [path, index]));
  return findings.toSorted((one, other) => (order.get(one.path) ?? Infinity) - (order.get(other.path) ?? Infinity) || 0);
}

/** @param {HTMLElement} field @param {HTMLElement | null} control @param {Finding | undefined} finding */
function say(field, control, finding) {
  const place = maybe(field, ":scope > [data-message]");
  if (!place) return;
  place.hidden = !finding;
  place.textContent = "";
  if (finding) tell(place, finding);
  field.toggleAttribute("data-told", Boolean(finding));
  field.dataset.severity = finding?.severity ?? "";
  if (finding?.severity === "error") control?.setAttribute("aria-invalid", "true");
  else control?.removeAttribute("aria-invalid");
}
