// @ts-check
import { all, maybe, one } from "../../lib/dom.js";

/** @typedef {import("./matching.js").Field} Field */

/**
 * The fields of a row, as the form shows them.
 * @param {HTMLElement} list an element with data-rows
 * @param {Record<string, string[]>} heads how people head each field
 * @returns {Field[]}
 */
export function fieldsOf(list, heads) {
  const { content } = /** @type {HTMLTemplateElement} */ (one(list, "[data-row-template]"));
  return all(content, "[data-field]").map((field) => describe(field, heads));
}

/**
 * The fields outside of rows that people type in.
 * @param {HTMLElement} form
 * @param {Record<string, string[]>} heads
 * @returns {Field[]}
 */
export const singlesOf = (form, heads) => all(form, "[data-field]:not([data-row] [data-field])").map((field) => describe(field, heads));

/** @param {HTMLElement} field @param {Record<string, string[]>} heads @returns {Field} */
function describe(field, heads) {
  const control = one(field, "[data-tag]");
  const tag = control.dataset.tag ?? "";
  const label = (maybe(field, "label")?.textContent ?? "").replace("*", "").trim();
  const choices = control instanceof HTMLSelectElement ? [...control.options].filter(({ value }) => value).map(({ value, text }) => ({ code: value, label: text })) : [];
  return { tag, label, type: control.dataset.type ?? "text", choices, heads: heads[tag] ?? [label] };
}
