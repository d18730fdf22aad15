// @ts-check
import { all } from "../lib/dom.js";
import { normal, wire } from "../lib/normal.js";
import { rowsOf, setRowCount } from "./rows.js";

/** @typedef {import("../lib/rules.js").Fields} Fields */
/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | HTMLOutputElement} Control */

const SINGLES = "[data-tag]:not([data-row] [data-tag])";

/**
 * What the form says now, in normal form and as the wire has it.
 * @param {HTMLElement} form
 * @returns {Fields}
 */
export function collect(form) {
  const fields = gather(all(form, SINGLES));
  for (const list of all(form, "[data-rows]")) {
    fields[list.dataset.rows ?? ""] = rowsOf(list).map((row) => ({ ...idOf(row), ...gather(all(row, "[data-tag]")) }));
  }
  return fields;
}

/**
 * Writes values into the form.
 * @param {HTMLElement} form
 * @param {Fields} fields
 * @returns {string[]} the paths whose value changed
 */
export function fill(form, fields) {
  const changed = write(all(form, SINGLES), fields, "");
  for (const list of all(form, "[data-rows]")) {
    const tag = list.dataset.rows ?? "";
    const given = fields[tag] ?? [];
    setRowCount(list, given.length).forEach((row, index) => {
      if (given[index].rowId) row.dataset.rowId = given[index].rowId;
      changed.push(...write(all(row, "[data-tag]"), given[index], `${tag}[${index}].`));
    });
  }
  return changed;
}

/**
 * The control of a path: `tag`, or `rows[0].tag`; for a path of rows, the button that adds one.
 * @param {HTMLElement} form
 * @param {string} path
 * @returns {HTMLElement | null}
 */
export function controlOf(form, path) {
  const inRow = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(path);
  if (!inRow) return form.querySelector(`[data-tag="${CSS.escape(path)}"]`) ?? form.querySelector(`[data-rows="${CSS.escape(path)}"] [data-add-row]`);
  const list = form.querySelector(`[data-rows="${inRow[1]}"]`);
  const row = list instanceof HTMLElement ? rowsOf(list)[Number(inRow[2])] : undefined;
  return row?.querySelector(`[data-tag="${inRow[3]}"]`) ?? null;
}

/**
 * The places at which two sets of values differ; row ids and what the system derives aside.
 * @param {HTMLElement} form
 * @param {Fields} one
 * @param {Fields} other
 * @returns {string[]} the labels of the fields
 */
export function differences(form, one, other) {
  const labels = all(form, SINGLES).filter(typed).filter((control) => valueIn(one, control) !== valueIn(other, control)).map(labelOf);
  for (const list of all(form, "[data-rows]")) {
    const [left, right] = [one, other].map((fields) => JSON.stringify((fields[list.dataset.rows ?? ""] ?? []).map((/** @type {Fields} */ row) => shown(list, row))));
    if (left !== right) labels.push(list.closest("fieldset")?.querySelector("legend")?.textContent ?? "");
  }
  return labels;
}

/**
 * Every tag the form can print, those of rows included.
 * @param {HTMLElement} form
 * @returns {string[]}
 */
export function tagsOf(form) {
  const inRows = all(form, "[data-row-template]").flatMap((template) => all(/** @type {HTMLTemplateElement} */ (template).content, "[data-tag]"));
  return [...new Set([...all(form, SINGLES), ...inRows].map((control) => control.dataset.tag ?? ""))];
}

/** @param {HTMLElement} control */
const typed = (control) => !(control instanceof HTMLOutputElement);

/** @param {HTMLElement} control */
const labelOf = (control) => (control.closest("[data-field]")?.querySelector("label")?.textContent ?? "").replace("*", "").trim();

/** @param {HTMLElement} list @param {Fields} row the row as far as the form shows it */
function shown(list, row) {
  const template = /** @type {HTMLTemplateElement} */ (list.querySelector("[data-row-template]"));
  return all(template.content, "[data-tag]").map((control) => valueIn(row, control));
}

/** @param {Fields} fields @param {HTMLElement} control */
const valueIn = (fields, control) => normal(control.dataset.type ?? "text", fields[control.dataset.tag ?? ""]);

/** @param {HTMLElement} row */
const idOf = (row) => (row.dataset.rowId ? { rowId: row.dataset.rowId } : {});

/** @param {HTMLElement[]} controls @returns {Fields} */
function gather(controls) {
  return Object.fromEntries(controls.map((control) => [control.dataset.tag, wire(control.dataset.type ?? "text", raw(control))]));
}

/** @param {HTMLElement} control */
const raw = (control) => (control instanceof HTMLOutputElement ? control.dataset.value : /** @type {HTMLInputElement} */ (control).value);

/** @param {HTMLElement[]} controls @param {Fields} fields @param {string} prefix @returns {string[]} */
function write(controls, fields, prefix) {
  const changed = [];
  for (const control of controls) {
    const value = valueIn(fields, control);
    if (value === normal(control.dataset.type ?? "text", raw(control))) continue;
    put(control, value);
    changed.push(prefix + control.dataset.tag);
  }
  return changed;
}

/** @param {HTMLElement} control @param {string} value */
export function put(control, value) {
  if (control instanceof HTMLOutputElement) {
    control.dataset.value = value;
    control.textContent = value;
  } else {
    /** @type {HTMLInputElement} */ (control).value = value;
    control.dispatchEvent(new CustomEvent("hoctap:put", { bubbles: true }));
  }
}
