// @ts-check
import { all, maybe } from "../../lib/dom.js";
import { isoOf, shownDay } from "../../lib/dates.js";
import { t } from "../../lib/text.js";

/** @typedef {import("../../lib/problems.js").Finding} Finding */

const DAYS = "input[data-type=date]";

/**
 * Lets days be typed freely, shown alike once they are left, and chosen from the browser's calendar.
 * @param {HTMLElement} form
 */
export function attachDates(form) {
  form.addEventListener("change", (event) => {
    const control = /** @type {HTMLInputElement} */ (event.target);
    if (control.matches(DAYS)) control.value = shownDay(isoOf(control.value) ?? control.value);
    if ("picker" in control.dataset) choose(control);
  });
  form.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("[data-pick]");
    if (button) open(/** @type {HTMLElement} */ (button.parentElement));
  });
}

/**
 * The days that are none, or no whole ones.
 * @param {HTMLElement} form
 * @param {(control: HTMLElement) => string} pathOf
 * @returns {Finding[]}
 */
export function wrongDays(form, pathOf) {
  return all(form, DAYS).filter((control) => {
    const { value } = /** @type {HTMLInputElement} */ (control);
    return value.trim() !== "" && isoOf(value) === null;
  }).map((control) => ({
    rule: "date", severity: "error", path: pathOf(control), clause: "", ours: true, message: t("Chỗ này chưa thành ngày: hãy ghi đủ ngày, tháng và năm, ví dụ 05/02/2027."),
  }));
}

/** @param {HTMLElement} place */
function open(place) {
  const picker = /** @type {HTMLInputElement | null} */ (maybe(place, "[data-picker]"));
  const typed = /** @type {HTMLInputElement | null} */ (maybe(place, DAYS));
  if (!picker || !typed) return;
  picker.value = isoOf(typed.value) ?? "";
  try {
    picker.showPicker();
  } catch (error) {
    // Where a frame may not open the calendar, typing still serves.
    if (!(error instanceof DOMException)) throw error;
    typed.focus();
  }
}

/** @param {HTMLInputElement} picker */
function choose(picker) {
  const typed = /** @type {HTMLInputElement | null} */ (picker.parentElement && maybe(picker.parentElement, DAYS));
  if (!typed || picker.value === "") return;
  typed.value = shownDay(picker.value);
  typed.dispatchEvent(new Event("input", { bubbles: true }));
  typed.focus();
}
