// @ts-check
import { isoOf, shownDay } from "../../lib/dates.js";
import { all } from "../../lib/dom.js";
import { normal, wire } from "../../lib/normal.js";
import { rowsOf, setRows } from "./row-list.js";

/** @typedef {import("../../lib/rules.js").Fields} Fields */
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
    setRows(list, given.map((/** @type {Fields} */ row) => row.rowId ?? "")).forEach((row, index) => {
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
 * Every place of the form in its order: one walk for what asks about many places at once. For a path of rows, the button that adds one.
 * @param {HTMLElement} form
 * @returns {Map<string, HTMLElement>} controls by path
 */
export function placesOf(form) {
  const places = new Map();
  let [row, index] = [/** @type {Element | null} */ (null), 0];
  for (const control of all(form, "[data-tag], [data-add-row]")) {
    const its = control.closest("[data-row]");
    if (its && its !== row) [row, index] = [its, its.parentElement === row?.parentElement ? index + 1 : 0];
    const list = /** @type {HTMLElement | null} */ (control.closest("[data-rows]"))?.dataset.rows ?? "";
    const path = "addRow" in control.dataset ? list : its ? `${list}[${index}].${control.dataset.tag}` : control.dataset.tag;
    if (!places.has(path)) places.set(path, control);
  }
  return places;
}

/**
 * The path of a control, the inverse of {@link controlOf}.
 * @param {HTMLElement} control
 * @returns {string}
 */
export function pathOf(control) {
  const row = /** @type {HTMLElement | null} */ (control.closest("[data-row]"));
  const list = /** @type {HTMLElement | null} */ (row?.closest("[data-rows]"));
  return row && list ? `${list.dataset.rows}[${rowsOf(list).indexOf(row)}].${control.dataset.tag}` : control.dataset.tag ?? "";
}

/**
 * The places at which two sets of values differ; row ids and what the system derives aside.
 * @param {HTMLElement} form
 * @param {Fields} one
 * @param {Fields} other
 * @returns {{ label: string, one: string, other: string }[]} the field's words, and what each says there
 */
export function compared(form, one, other) {
  const singles = all(form, SINGLES).filter(typed).map((control) => ({ label: labelOf(control), one: said(one, control), other: said(other, control) }));
  const lists = all(form, "[data-rows]").map((list) => ({
    label: list.closest("fieldset")?.querySelector("legend")?.textContent?.trim() ?? "", one: rowsSaid(one, list), other: rowsSaid(other, list),
  }));
  return [...singles, ...lists].filter((place) => place.one !== place.other);
}

/** @param {HTMLElement} form @param {Fields} one @param {Fields} other @returns {string[]} the labels of the places that differ */
export const differences = (form, one, other) => compared(form, one, other).map(({ label }) => label);

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

/** @param {HTMLElement} control the words beside it */
export const labelOf = (control) => (control.closest("[data-field]")?.querySelector("label")?.textContent ?? "").replace("*", "").trim();

/** @param {Fields} fields @param {HTMLElement} list the rows as far as the form shows them */
function rowsSaid(fields, list) {
  const template = /** @type {HTMLTemplateElement} */ (list.querySelector("[data-row-template]"));
  const rows = fields[list.dataset.rows ?? ""] ?? [];
  return rows.map((/** @type {Fields} */ row, /** @type {number} */ index) =>
    [`${list.dataset.rowLabel} ${index + 1}`, ...all(template.content, "[data-tag]").map((control) => said(row, control)).filter(Boolean)].join("\n")).join("\n");
}

/** @param {Fields} fields @param {HTMLElement} control a value in the words people see */
function said(fields, control) {
  const value = valueIn(fields, control);
  if (control instanceof HTMLSelectElement) return [...control.options].find((option) => value && option.value === value)?.text ?? value;
  return control.dataset.type === "date" ? shownDay(value) : value;
}

/** @param {Fields} fields @param {HTMLElement} control */
const valueIn = (fields, control) => normal(control.dataset.type ?? "text", fields[control.dataset.tag ?? ""]);

/** @param {HTMLElement} row */
const idOf = (row) => (row.dataset.rowId ? { rowId: row.dataset.rowId } : {});

/**
 * What some controls say, by tag.
 * @param {HTMLElement[]} controls
 * @returns {Fields}
 */
export function gather(controls) {
  return Object.fromEntries(controls.map((control) => [control.dataset.tag, wire(control.dataset.type ?? "text", raw(control))]));
}

/** @param {HTMLElement} control what it says; of a day that is none, what was typed */
function raw(control) {
  if (control instanceof HTMLOutputElement) return control.dataset.value;
  const { value } = /** @type {HTMLInputElement} */ (control);
  return control.dataset.type === "date" ? isoOf(value) ?? value : value;
}

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
    /** @type {HTMLInputElement} */ (control).value = control.dataset.type === "date" ? shownDay(value) : value;
  }
}
