// @ts-check
import { compared } from "./values.js";

/** @typedef {import("../lib/rules.js").Fields} Fields */

/**
 * The places at which what somebody else has kept differs from what is open.
 * @param {HTMLElement} form
 * @param {Fields} theirs
 * @param {Fields} mine
 * @returns {HTMLElement}
 */
export function comparison(form, theirs, mine) {
  const list = Object.assign(document.createElement("dl"), { className: "compared" });
  for (const place of compared(form, theirs, mine)) {
    list.append(
      Object.assign(document.createElement("dt"), { textContent: place.label }),
      said("Bản kia", place.one),
      said("Bản đang mở", place.other),
    );
  }
  return list;
}

/** @param {string} whose @param {string} value */
function said(whose, value) {
  const words = document.createElement("dd");
  words.append(Object.assign(document.createElement("span"), { className: "hint", textContent: `${whose}: ` }), value || "để trống");
  return words;
}
