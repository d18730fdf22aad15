// @ts-check
import { all, maybe } from "../lib/dom.js";
import { LOADED } from "../lib/drawer.js";
import { forget, keep, recall } from "../lib/storage.js";
import { t } from "../lib/text.js";

/**
 * What a reviewer writes about a document.
 * @typedef {object} Remarks
 * @property {string} comment about the document
 * @property {{ rowId: string, comment: string }[]} rows about its rows; only those that say something
 */

/**
 * Keeps on this machine what is being written about the document in a dialog, until it is decided: closing, a lost session or somebody else's change take nothing away.
 * @param {HTMLDialogElement} dialog
 */
export function attachRemarks(dialog) {
  dialog.addEventListener("input", (event) => {
    if (event.target instanceof HTMLTextAreaElement) hold(dialog);
  });
  dialog.addEventListener(LOADED, () => restore(dialog));
}

/** @param {HTMLElement} dialog @returns {Remarks} */
export function remarksIn(dialog) {
  const rows = fields(dialog, "[data-row-remark]").map((field) => ({ rowId: field.dataset.rowRemark ?? "", comment: field.value.trim() }));
  return { comment: fields(dialog, "[name=comment]")[0]?.value.trim() ?? "", rows: rows.filter((row) => row.comment !== "") };
}

/** @param {HTMLElement} dialog */
export function forgetRemarks(dialog) {
  const key = keyOf(dialog);
  if (key) forget(key);
}

/** @param {HTMLElement} dialog */
function hold(dialog) {
  const key = keyOf(dialog);
  const written = remarksIn(dialog);
  if (!key) return;
  if (written.comment || written.rows.length > 0) keep(key, written);
  else forget(key);
}

/** @param {HTMLElement} dialog */
function restore(dialog) {
  const key = keyOf(dialog);
  const kept = /** @type {Remarks | null} */ (key && recall(key));
  if (!kept) return;
  const lost = [kept, ...kept.rows].filter(({ comment }, index) => {
    const field = fields(dialog, index === 0 ? "[name=comment]" : `[data-row-remark="${CSS.escape(kept.rows[index - 1].rowId)}"]`)[0];
    if (!field) return comment !== "";
    field.value = comment;
    if (comment) field.closest("details")?.setAttribute("open", "");
    return false;
  });
  const note = maybe(dialog, "[data-kept]");
  if (!note) return;
  note.hidden = false;
  note.textContent = lost.length === 0
    ? t("Ý kiến đang viết dở đã được giữ lại ở đây.")
    : t("Ý kiến đang viết dở, nay không còn chỗ để gửi: {0}", lost.map(({ comment }) => `«${comment}»`).join(" "));
}

/** @param {HTMLElement} dialog @param {string} selector @returns {HTMLTextAreaElement[]} */
const fields = (dialog, selector) => all(dialog, selector);

/** @param {HTMLElement} dialog */
function keyOf(dialog) {
  const { submission, reader } = maybe(dialog, "[data-submission]")?.dataset ?? {};
  return submission && `review:${reader}:${submission}`;
}
