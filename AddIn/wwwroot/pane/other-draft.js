// @ts-check
import { ask } from "../lib/question.js";
import { moment } from "../lib/words.js";
import { compared } from "./values.js";

/** @typedef {import("../lib/rules.js").Fields} Fields */

/**
 * Shows what another device or window has kept, and asks which of the two to go on with.
 * @param {HTMLElement} form
 * @param {{ fields: Fields, savedAt: string }} theirs
 * @param {Fields} mine
 * @returns {Promise<"theirs" | "mine" | "">} "" when nobody decided: then nothing is overwritten
 */
export async function askWhose(form, theirs, mine) {
  const answer = await ask({
    title: `Máy khác đã giữ bản nháp lúc ${moment(new Date(theirs.savedAt))}`,
    words: ["Bản đó khác bản đang mở ở những chỗ sau. Bạn muốn làm tiếp bản nào?"],
    more: comparison(form, theirs.fields, mine),
    answers: [{ value: "theirs", label: "Dùng bản kia", look: "primary" }, { value: "mine", label: "Giữ bản đang mở" }, { value: "", label: "Để sau", look: "subtle" }],
  });
  return /** @type {"theirs" | "mine" | ""} */ (answer);
}

/** @param {HTMLElement} form @param {Fields} theirs @param {Fields} mine */
function comparison(form, theirs, mine) {
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
