// @ts-check
import { one } from "../../lib/dom.js";

/**
 * Asks which values to file when the document and the pane differ.
 * @param {HTMLElement} root the editor
 * @param {string[]} labels the fields that differ
 * @returns {Promise<"document" | "pane" | "">} "" when the user thought better of it
 */
export function askWhich(root, labels) {
  const dialog = /** @type {HTMLDialogElement} */ (one(root, "[data-differs]"));
  one(dialog, "[data-differs-list]").replaceChildren(...labels.map((label) => {
    const item = document.createElement("li");
    item.textContent = label;
    return item;
  }));
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(/** @type {"document" | "pane" | ""} */ (dialog.returnValue)), { once: true });
  });
}
