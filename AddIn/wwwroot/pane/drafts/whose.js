// @ts-check
import { ask } from "../../lib/question.js";
import { t } from "../../lib/text.js";
import { moment } from "../../lib/words.js";
import { comparison } from "./comparison.js";

/** @typedef {import("../../lib/rules.js").Fields} Fields */

/**
 * Shows what another device or window has kept, and asks which of the two to go on with.
 * @param {HTMLElement} form
 * @param {{ fields: Fields, savedAt: string }} theirs
 * @param {Fields} mine
 * @returns {Promise<"theirs" | "mine" | "">} "" when nobody decided: then nothing is overwritten
 */
export async function askWhose(form, theirs, mine) {
  const answer = await ask({
    title: t("Máy khác đã giữ bản nháp lúc {0}", moment(new Date(theirs.savedAt))),
    words: [t("Bản đó khác bản đang mở ở những chỗ sau. Bạn muốn làm tiếp bản nào?")],
    more: comparison(form, theirs.fields, mine),
    answers: [{ value: "theirs", label: t("Dùng bản kia"), look: "primary" }, { value: "mine", label: t("Giữ bản đang mở") }, { value: "", label: t("Để sau"), look: "subtle" }],
  });
  return /** @type {"theirs" | "mine" | ""} */ (answer);
}
