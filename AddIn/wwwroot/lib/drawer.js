// @ts-check
import { maybe } from "./dom.js";
import { load } from "./fragments.js";

/**
 * Opens a dialog over the page and loads a fragment into it. Escape, the close button and a click beside it close it; focus goes back by itself.
 * @param {HTMLDialogElement} dialog
 * @param {string} path
 * @returns {Promise<boolean>} false when the fragment could not be had
 */
export async function openDrawer(dialog, path) {
  if (!dialog.open) {
    dialog.replaceChildren();
    dialog.showModal();
  }
  const came = await load(dialog, path);
  maybe(dialog, "[data-detail-title]")?.focus();
  return came;
}

/** @param {HTMLDialogElement} dialog */
export function attachDrawer(dialog) {
  dialog.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    if (target === dialog || target.closest("[data-close]")) dialog.close();
  });
}
