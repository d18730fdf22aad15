// @ts-check
import { all, maybe, one } from "../../lib/dom.js";
import { forgetDeleted } from "../fields/rows.js";
import { fresh, number, rowsOf } from "../fields/row-list.js";
import { controlOf, put } from "../fields/values.js";

/** @typedef {import("./paper.js").PrintedRows} PrintedRows */

/**
 * Puts what the document says into a field of the pane, and marks it.
 * @param {HTMLElement} form
 * @param {string} tag
 * @param {string} value
 */
export function takeSingle(form, tag, value) {
  const control = controlOf(form, tag);
  if (!control) return;
  put(control, value);
  control.dispatchEvent(new Event("input", { bubbles: true }));
  mark(control);
}

/**
 * Puts what the document says into the rows of the pane. Rows that stay keep their element, and so what is not printed of them.
 * @param {HTMLElement} list
 * @param {PrintedRows} printed
 * @param {import("./meeting.js").ListPlan} plan
 */
export function takeRows(list, printed, plan) {
  const focused = document.activeElement;
  if (plan.order === "take") arrange(list, printed, plan);
  for (const { key, column, value } of plan.takes) put(cell(key, printed, column), value);
  list.dispatchEvent(new Event("input", { bubbles: true }));
  for (const { key, column } of plan.takes) mark(cell(key, printed, column));
  if (focused instanceof HTMLElement && focused.isConnected && focused !== document.activeElement) focused.focus({ preventScroll: true });
}

/** @param {HTMLElement} list @param {PrintedRows} printed @param {import("./meeting.js").ListPlan} plan */
function arrange(list, printed, plan) {
  const rows = plan.keys.map((key, index) => {
    const row = /** @type {HTMLElement} */ (key ?? fresh(list));
    if (!key) printed.fields.forEach((_, column) => put(cell(row, printed, column), plan.document[index][column]));
    return row;
  });
  forgetDeleted(list);
  one(list, "[data-row-list]").replaceChildren(...rows);
  number(list);
  for (const [index, key] of plan.keys.entries()) if (!key) for (const control of all(rowsOf(list)[index], "[data-tag]")) mark(control);
}

/** @param {Element} row @param {PrintedRows} printed @param {number} column @returns {HTMLElement} */
export const cell = (row, printed, column) => one(row, `[data-tag="${printed.fields[column].tag}"]`);

/** @param {HTMLElement} control */
function mark(control) {
  const field = control.closest("[data-field]");
  field?.setAttribute("data-changed", "");
  if (field) maybe(field, "[data-source]")?.remove();
}
