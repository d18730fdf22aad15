// @ts-check
import { all, announce, maybe, one } from "../../lib/dom.js";
import { normal } from "../../lib/normal.js";
import { t } from "../../lib/text.js";
import { addRow } from "./rows.js";
import { rowsOf } from "./row-list.js";
import { gather } from "./values.js";

/** @typedef {string | Record<string, string>} Line a paragraph, or a row */

/** Last year's lines beside the fields they stood in, to be taken one by one. A line is taken as long as the form says it. */
export class LastYear {
  /** @type {HTMLElement} */ #form;
  /** @type {() => void} */ #changed;

  /** @param {HTMLElement} form @param {() => void} changed called after a row came in */
  constructor(form, changed) {
    this.#form = form;
    this.#changed = changed;
    form.addEventListener("click", (event) => {
      const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-take], [data-take-all]"));
      if (!button || button.ariaDisabled === "true") return;
      const section = /** @type {HTMLElement} */ (button.closest("[data-last-year]"));
      const lines = "takeAll" in button.dataset ? all(section, "[data-line]") : [/** @type {HTMLElement} */ (button.closest("[data-line]"))];
      const open = lines.filter((line) => !this.#isTaken(section, line));
      for (const line of open) this.#take(section, lineOf(line));
      announce(t("Đã lấy {0} mục.", open.length));
    });
    this.refresh();
  }

  /** Marks what the form says already. */
  refresh() {
    for (const section of all(this.#form, "[data-last-year]")) {
      const lines = all(section, "[data-line]");
      const taken = lines.filter((line) => mark(one(line, "[data-take]"), this.#isTaken(section, line))).length;
      one(section, "[data-taken-count]").textContent = taken ? t("({0} mục, đã lấy {1})", lines.length, taken) : t("({0} mục)", lines.length);
      const rest = maybe(section, "[data-take-all]");
      if (rest) rest.ariaDisabled = taken === lines.length ? "true" : null;
    }
  }

  /** @param {HTMLElement} section @param {Line} line */
  #take(section, line) {
    const { list, control } = placeOf(section);
    if (list && typeof line === "object") addRow(list, line, this.#changed);
    if (!control || typeof line !== "string") return;
    control.value = control.value.trimEnd() ? `${control.value.trimEnd()}\n${line}` : line;
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** @param {HTMLElement} section @param {HTMLElement} element */
  #isTaken(section, element) {
    const line = lineOf(element);
    const { list, control } = placeOf(section);
    if (control && typeof line === "string") return normal("multi", control.value).split("\n").map((text) => text.trim()).includes(line);
    return Boolean(list && typeof line === "object" && rowsOf(list).some((row) => {
      const said = gather(all(row, "[data-tag]"));
      return Object.entries(line).every(([tag, value]) => String(said[tag] ?? "") === value);
    }));
  }
}

/** @param {HTMLElement} element @returns {Line} */
const lineOf = (element) => JSON.parse(element.dataset.line ?? '""');

/** @param {HTMLElement} section */
function placeOf(section) {
  const field = section.closest("[data-field]");
  return {
    list: /** @type {HTMLElement | null} */ (field ? null : section.closest("[data-rows]")),
    control: /** @type {HTMLTextAreaElement | null} */ (field && maybe(field, "textarea[data-tag]")),
  };
}

/** @param {HTMLElement} button @param {boolean} taken */
function mark(button, taken) {
  one(button, "[data-take-words]").textContent = taken ? t("Đã lấy") : t("Lấy");
  button.ariaDisabled = taken ? "true" : null;
  return taken;
}
