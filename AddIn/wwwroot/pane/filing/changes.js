// @ts-check
import { api } from "../../lib/api.js";
import { one } from "../../lib/dom.js";
import { t } from "../../lib/text.js";

/** @typedef {{ path: string, label: string, from: string, to: string }} Change */

/**
 * Lists what a document says differently from the one before it.
 * @param {HTMLElement} card the receipt
 * @param {string} submission
 */
export async function showChanges(card, submission) {
  const { changes } = /** @type {{ changes: Change[] }} */ (await (await api(`/api/submissions/${submission}/changes`)).json());
  const list = one(card, "[data-receipt-differences]");
  list.replaceChildren(...changes.flatMap(entry));
  const empty = one(card, "[data-receipt-equal]");
  empty.hidden = changes.length > 0;
  list.hidden = changes.length === 0;
  one(card, "[data-receipt-changes]").hidden = true;
  const shown = changes.length > 0 ? list : empty;
  shown.tabIndex = -1;
  shown.focus();
}

/** @param {Change} change */
function entry({ label, from, to }) {
  return [
    Object.assign(document.createElement("dt"), { lang: "vi", textContent: label }),
    said(t("Trước"), from, "del"),
    said(t("Nay"), to, "ins"),
  ];
}

/** @param {string} when @param {string} value @param {"del" | "ins"} mark */
function said(when, value, mark) {
  const words = document.createElement("dd");
  const text = value ? Object.assign(document.createElement(mark), { lang: "vi", textContent: value }) : t("để trống");
  words.append(Object.assign(document.createElement("span"), { className: "hint", textContent: `${when}: ` }), text);
  return words;
}
