// @ts-check
import { build, button } from "../../lib/build.js";
import { t, withNames } from "../../lib/text.js";

/** @typedef {import("./layout.js").Deviation} Deviation */
/** @typedef {import("./layout.js").Check} Check */
/** @typedef {((path: string) => unknown) | null} GoTo */

/** @param {Check} found */
export const hasNothing = ({ deviations, fixedText }) => deviations.length === 0 && fixedText.length === 0;

/**
 * What is wrong before and no longer after.
 * @param {Check} before
 * @param {Check} after
 */
export function mendedOf(before, after) {
  const left = after.deviations.map(keyOf);
  return before.deviations.filter((deviation) => {
    const place = left.indexOf(keyOf(deviation));
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
}

/** @param {Deviation} deviation */
const keyOf = ({ rule, path, place, expected }) => JSON.stringify([rule, path, place, expected]);

/** @param {Deviation[]} deviations @param {GoTo} goTo @param {string} [title] @returns {HTMLElement[]} */
export function listOf(deviations, goTo, title = t("Sửa được ngay")) {
  if (deviations.length === 0) return [];
  return [section(title, deviations.map((deviation) => itemOf(deviation.message, withNames("Quy định: {0} ({1})", deviation.source, deviation.rule), deviation.path, goTo)))];
}

/** @param {Check} found @param {GoTo} goTo */
export function manualOf({ deviations }, goTo) {
  const manual = deviations.filter(({ canRepair }) => !canRepair);
  if (manual.length === 0) return [];
  return [section(t("Phải tự sửa trong văn bản"), manual.map((deviation) => itemOf(deviation.message, withNames("Quy định: {0} ({1})", deviation.source, deviation.rule), deviation.path, goTo)), t("Hệ thống không tự sửa được những chỗ này."))];
}

/** @param {Check} found */
export function fixedOf({ fixedText }) {
  if (fixedText.length === 0) return [];
  return [section(t("Câu chữ của mẫu đã khác"), fixedText.map(({ message }) => itemOf(message, null, "", null)), t("Chữ in sẵn của mẫu không được sửa tự động; nếu đổi nhầm, hãy gõ lại như mẫu."))];
}

/** @param {string} title @param {HTMLElement[]} items @param {string} [hint] */
function section(title, items, hint) {
  return build("section", { class: "deviations" }, build("h3", {}, `${title} (${items.length})`), ...(hint ? [build("p", { class: "hint" }, hint)] : []), build("ul", { class: "plain-list" }, ...items));
}

/** @param {string} message @param {Node | null} source @param {string} path @param {GoTo} goTo */
function itemOf(message, source, path, goTo) {
  const item = build("li", { class: "deviation" }, build("p", { lang: "vi" }, message));
  if (source) item.append(build("p", { class: "hint" }, source));
  if (path && goTo) item.append(button(t("Đến chỗ này"), () => goTo(path), "subtle"));
  return item;
}
