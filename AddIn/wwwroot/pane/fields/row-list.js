// @ts-check
import { all, copyOf, maybe, one } from "../../lib/dom.js";
import { t } from "../../lib/text.js";

/** Counts new rows, so that their element ids stay unique. */
let made = 0;

/** The reviewer's comments of each list by row id: a comment belongs to its row, wherever that goes. @type {WeakMap<HTMLElement, Map<string, Element>>} */
const comments = new WeakMap();

/**
 * @param {HTMLElement} list an element with data-rows
 * @returns {HTMLElement[]}
 */
export function rowsOf(list) {
  return all(one(list, "[data-row-list]"), "[data-row]");
}

/** @param {HTMLElement} row */
export const titleOf = (row) => one(row, "[data-row-title]").textContent ?? "";

/**
 * Makes the list have just these rows, in this order. A row with an id keeps its place in life: its element, and the comment on it.
 * @param {HTMLElement} list
 * @param {string[]} ids "" for rows without one
 * @returns {HTMLElement[]} the rows
 */
export function setRows(list, ids) {
  const left = rowsOf(list);
  const rows = ids.map((id) => {
    const place = left.findIndex((row) => (row.dataset.rowId ?? "") === id);
    return place < 0 ? fresh(list, id) : left.splice(place, 1)[0];
  });
  one(list, "[data-row-list]").replaceChildren(...rows);
  number(list);
  return rows;
}

/**
 * A new empty row, in no list yet.
 * @param {HTMLElement} list
 * @param {string} [id] of a row that was there before
 */
export function fresh(list, id = "") {
  const row = copyOf(list, "[data-row-template]");
  const key = `n${++made}`;
  for (const element of all(row, "[id], [for], [list], [aria-describedby]")) {
    for (const name of ["id", "for", "list", "aria-describedby"]) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, value.replaceAll("__row__", key));
    }
  }
  if (id) row.dataset.rowId = id;
  const comment = comments.get(list)?.get(id);
  if (comment) one(row, ".row-head").after(comment.cloneNode(true));
  return row;
}

/** Remembers which rows have a comment. @param {HTMLElement} list */
export function rememberComments(list) {
  /** @type {Map<string, Element>} */
  const known = new Map();
  for (const row of rowsOf(list)) {
    const comment = maybe(row, ":scope > .comment");
    if (row.dataset.rowId && comment) known.set(row.dataset.rowId, comment);
  }
  comments.set(list, known);
}

/** Takes all comments away: what they were about has been filed anew. @param {HTMLElement} list */
export function forgetComments(list) {
  comments.delete(list);
  for (const comment of all(list, ".comment")) comment.remove();
}

/** Gives the rows their numbers, and their buttons names that say which row they mean. @param {HTMLElement} list */
export function number(list) {
  const rows = rowsOf(list);
  rows.forEach((row, index) => {
    const title = `${list.dataset.rowLabel} ${index + 1}`;
    one(row, "[data-row-title]").textContent = title;
    name(row, "[data-move-up]", t("Chuyển {0} lên", title), index === 0);
    name(row, "[data-move-down]", t("Chuyển {0} xuống", title), index === rows.length - 1);
    name(row, "[data-delete-row]", t("Xóa {0}", title), false);
  });
}

/** @param {HTMLElement} row @param {string} selector @param {string} words @param {boolean} disabled */
function name(row, selector, words, disabled) {
  const button = /** @type {HTMLButtonElement} */ (one(row, selector));
  button.setAttribute("aria-label", words);
  button.disabled = disabled;
}
