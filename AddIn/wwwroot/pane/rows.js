// @ts-check
import { all, announce, copyOf, maybe, one } from "../lib/dom.js";

/** Counts new rows, so that their element ids stay unique. */
let made = 0;

/** The fields of a row that can be typed in. */
const TYPED = "input[data-tag], textarea[data-tag], select[data-tag]";

/**
 * Lets rows be added, moved and deleted by mouse and keyboard.
 * @param {HTMLElement} list an element with data-rows
 * @param {() => void} changed called after each change
 */
export function attachRows(list, changed) {
  one(list, "[data-add-row]").addEventListener("click", () => add(list, changed));
  list.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("button");
    const row = /** @type {HTMLElement | null} */ (button?.closest("[data-row]"));
    if (!button || !row) return;
    if ("moveUp" in button.dataset) move(list, row, -1, changed, button);
    if ("moveDown" in button.dataset) move(list, row, 1, changed, button);
    if ("deleteRow" in button.dataset) remove(list, row, changed);
  });
  list.addEventListener("keydown", (event) => {
    const row = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-row]"));
    if (!row || !event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    move(list, row, event.key === "ArrowUp" ? -1 : 1, changed, /** @type {HTMLElement} */ (event.target));
  });
  number(list);
}

/**
 * @param {HTMLElement} list
 * @returns {HTMLElement[]}
 */
export function rowsOf(list) {
  return all(one(list, "[data-row-list]"), "[data-row]");
}

/**
 * Makes the list have so many rows, new ones empty.
 * @param {HTMLElement} list
 * @param {number} count
 * @returns {HTMLElement[]} the rows
 */
export function setRowCount(list, count) {
  const rows = rowsOf(list);
  for (const row of rows.slice(count)) row.remove();
  for (let missing = count - rows.length; missing > 0; missing--) one(list, "[data-row-list]").append(fresh(list));
  one(list, "[data-undo]").hidden = true;
  number(list);
  return rowsOf(list);
}

/** @param {HTMLElement} list @param {() => void} changed */
function add(list, changed) {
  const row = fresh(list);
  one(list, "[data-row-list]").append(row);
  number(list);
  maybe(row, TYPED)?.focus();
  announce(`Đã thêm ${titleOf(row)}.`);
  changed();
}

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} row
 * @param {-1 | 1} way
 * @param {() => void} changed
 * @param {HTMLElement} focus what had the focus and keeps it
 */
function move(list, row, way, changed, focus) {
  const other = way < 0 ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return;
  if (way < 0) other.before(row);
  else other.after(row);
  number(list);
  const usable = focus instanceof HTMLButtonElement && focus.disabled ? one(row, "[data-row-title]") : focus;
  usable.focus();
  row.scrollIntoView({ block: "nearest" });
  announce(`Đã chuyển thành ${titleOf(row)}.`);
  changed();
}

/** @param {HTMLElement} list @param {HTMLElement} row @param {() => void} changed */
function remove(list, row, changed) {
  const title = titleOf(row);
  const next = row.nextElementSibling ?? row.previousElementSibling;
  const place = rowsOf(list).indexOf(row);
  row.remove();
  number(list);
  offerUndo(list, `Đã xóa ${title}.`, () => {
    const rows = rowsOf(list);
    if (place < rows.length) rows[place].before(row);
    else one(list, "[data-row-list]").append(row);
    number(list);
    one(row, "[data-row-title]").focus();
    announce(`Đã khôi phục ${titleOf(row)}.`);
    changed();
  });
  (next instanceof HTMLElement ? one(next, "[data-row-title]") : one(list, "[data-add-row]")).focus();
  announce(`Đã xóa ${title}. Có thể hoàn tác.`);
  changed();
}

/** @param {HTMLElement} list @param {string} words @param {() => void} undo */
function offerUndo(list, words, undo) {
  const offer = one(list, "[data-undo]");
  one(offer, "[data-undo-text]").textContent = words;
  offer.hidden = false;
  one(offer, "[data-undo-button]").onclick = () => {
    offer.hidden = true;
    undo();
  };
}

/** @param {HTMLElement} list */
function fresh(list) {
  const row = copyOf(list, "[data-row-template]");
  const key = `n${++made}`;
  for (const element of all(row, "[id], [for], [list], [aria-describedby]")) {
    for (const name of ["id", "for", "list", "aria-describedby"]) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, value.replaceAll("__row__", key));
    }
  }
  return row;
}

/** Gives the rows their numbers, and their buttons names that say which row they mean. @param {HTMLElement} list */
function number(list) {
  const rows = rowsOf(list);
  rows.forEach((row, index) => {
    const title = `${list.dataset.rowLabel} ${index + 1}`;
    one(row, "[data-row-title]").textContent = title;
    name(row, "[data-move-up]", `Chuyển ${title} lên`, index === 0);
    name(row, "[data-move-down]", `Chuyển ${title} xuống`, index === rows.length - 1);
    name(row, "[data-delete-row]", `Xóa ${title}`, false);
  });
}

/** @param {HTMLElement} row @param {string} selector @param {string} words @param {boolean} disabled */
function name(row, selector, words, disabled) {
  const button = /** @type {HTMLButtonElement} */ (one(row, selector));
  button.setAttribute("aria-label", words);
  button.disabled = disabled;
}

/** @param {HTMLElement} row */
const titleOf = (row) => one(row, "[data-row-title]").textContent ?? "";
