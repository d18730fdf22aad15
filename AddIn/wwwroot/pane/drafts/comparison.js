// @ts-check
import { t } from "../../lib/text.js";
import { compared } from "../fields/values.js";

/** @typedef {import("../../lib/rules.js").Fields} Fields */

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
      Object.assign(document.createElement("dt"), { lang: "vi", textContent: place.label }),
      said(t("Bản kia"), place.one),
      said(t("Bản đang mở"), place.other),
    );
  }
  return list;
}

/** @param {string} whose @param {string} value */
function said(whose, value) {
  const words = document.createElement("dd");
  words.append(Object.assign(document.createElement("span"), { className: "hint", textContent: `${whose}: ` }), value ? Object.assign(document.createElement("span"), { lang: "vi", textContent: value }) : t("để trống"));
  return words;
}
