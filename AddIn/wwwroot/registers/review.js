// @ts-check
import { one } from "../lib/dom.js";
import { openDrawer } from "../lib/drawer.js";
import { reported } from "../lib/report.js";
import { t } from "../lib/text.js";
import { change } from "./change.js";
import { attachRemarks, remarksIn } from "./remarks.js";

/** @typedef {import("./change.js").Changed} Changed */

/**
 * Lets a reviewer decide on, a committee confirm, and an author withdraw the submission shown in a dialog.
 * @param {HTMLDialogElement} dialog
 * @param {Changed} changed gives the document to offer next, where there is one
 */
export function attachReview(dialog, changed) {
  attachRemarks(dialog);
  dialog.addEventListener("submit", (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (!("review" in form.dataset)) return;
    event.preventDefault();
    const decision = /** @type {HTMLButtonElement} */ (event.submitter)?.value;
    void reported(() => review(dialog, form, decision, changed));
  });
  dialog.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("button");
    if (!button) return;
    const { dataset } = button;
    if ("withdraw" in dataset) confirmWithdrawal(dialog, true);
    if ("withdrawNo" in dataset) confirmWithdrawal(dialog, false);
    if ("withdrawYes" in dataset) void reported(() => change(dialog, { method: "DELETE", below: "", words: t("Đã rút hồ sơ."), kind: "withdrawal" }, changed));
    if ("receipt" in dataset) void reported(() => change(dialog, { method: "PUT", below: "/receipt", words: t("Đã xác nhận bản thứ hai."), kind: "copy" }, changed));
    if (dataset.nextSubmission) void reported(() => openDrawer(dialog, `/registers/submissions/${dataset.nextSubmission}`));
    if ("unclamp" in dataset) unclamp(button);
  });
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {HTMLFormElement} form
 * @param {string} decision
 * @param {Changed} changed
 */
async function review(dialog, form, decision, changed) {
  const field = /** @type {HTMLTextAreaElement} */ (one(form, "[name=comment]"));
  const { comment, rows } = remarksIn(dialog);
  const lacking = decision === "returned" && comment === "";
  const message = one(form, "[data-message]");
  message.hidden = !lacking;
  message.textContent = lacking ? t("Khi trả lại, hãy ghi rõ cần sửa gì.") : "";
  field.ariaInvalid = lacking ? "true" : null;
  if (lacking) return field.focus();
  const json = { decision, comment, ...(rows.length > 0 && { rows }) };
  await change(dialog, { method: "PUT", below: "/review", json, words: decision === "returned" ? t("Đã trả lại hồ sơ.") : t("Đã xác nhận hồ sơ."), kind: "review" }, changed);
}

/** @param {HTMLElement} dialog @param {boolean} asked */
function confirmWithdrawal(dialog, asked) {
  one(dialog, "[data-withdraw-confirm]").hidden = !asked;
  one(dialog, "[data-withdraw]").hidden = asked;
  one(dialog, asked ? "[data-withdraw-no]" : "[data-withdraw]").focus();
}

/** @param {HTMLElement} button */
function unclamp(button) {
  const open = button.previousElementSibling?.toggleAttribute("data-whole") ?? false;
  button.ariaExpanded = String(open);
  button.textContent = open ? t("Thu gọn") : t("Xem hết");
}
