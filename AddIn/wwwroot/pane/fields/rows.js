// @ts-check
import { all, announce, maybe, one } from "../../lib/dom.js";
import { withNames } from "../../lib/text.js";
import { fresh, number, rememberComments, rowsOf, titleOf } from "./row-list.js";
import { Undo } from "./undo.js";
import { gather, put } from "./values.js";

/** The fields of a row that can be typed in. */
const TYPED = "input[data-tag], textarea[data-tag], select[data-tag]";

/** @type {WeakMap<HTMLElement, Undo>} */
const undos = new WeakMap();

/**
 * Lets rows be added, moved and deleted by mouse and keyboard.
 * @param {HTMLElement} list an element with data-rows
 * @param {() => void} changed called after each change
 */
export function attachRows(list, changed) {
  undos.set(list, new Undo(list));
  rememberComments(list);
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
 * Adds a row that says something; an empty one that is there is used first.
 * @param {HTMLElement} list
 * @param {Record<string, string>} values by tag
 * @param {() => void} changed
 */
export function addRow(list, values, changed) {
  const empty = rowsOf(list).find((row) => !row.dataset.rowId && Object.values(gather(all(row, "[data-tag]"))).every((value) => String(value) === ""));
  const row = empty ?? fresh(list);
  if (!empty) one(list, "[data-row-list]").append(row);
  for (const control of all(row, "[data-tag]")) put(control, values[control.dataset.tag ?? ""] ?? "");
  number(list);
  changed();
}

/** What was done to a list and can be taken back. @param {HTMLElement} list */
export const undoOf = (list) => undos.get(list);

/** The deleted rows cannot come back among others. @param {HTMLElement} list */
export const forgetDeleted = (list) => undos.get(list)?.clear();

/** @param {HTMLElement} list @param {() => void} changed */
function add(list, changed) {
  const row = fresh(list);
  one(list, "[data-row-list]").append(row);
  number(list);
  maybe(row, TYPED)?.focus();
  announce(withNames("Đã thêm {0}.", titleOf(row)));
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
  announce(withNames("Đã chuyển thành {0}.", titleOf(row)));
  changed();
}

/** @param {HTMLElement} list @param {HTMLElement} row @param {() => void} changed */
function remove(list, row, changed) {
  const title = titleOf(row);
  const next = row.nextElementSibling ?? row.previousElementSibling;
  const place = rowsOf(list).indexOf(row);
  row.remove();
  number(list);
  undos.get(list)?.add(withNames("Đã xóa {0}.", title), () => {
    const rows = rowsOf(list);
    if (place < rows.length) rows[place].before(row);
    else one(list, "[data-row-list]").append(row);
    number(list);
    one(row, "[data-row-title]").focus();
    announce(withNames("Đã khôi phục {0}.", titleOf(row)));
    changed();
  });
  (next instanceof HTMLElement ? one(next, "[data-row-title]") : one(list, "[data-add-row]")).focus();
  announce(withNames("Đã xóa {0}. Có thể hoàn tác.", title));
  changed();
}
