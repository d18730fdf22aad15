// @ts-check
import { maybe } from "./dom.js";
import { apology, fragment } from "./fragments.js";
import { focusAgain } from "./focus.js";
import { Problem } from "./problems.js";
import { t } from "./text.js";

/** Tells a dialog's listeners that a fragment has come into it. */
export const LOADED = "drawer-loaded";

/** @type {WeakMap<HTMLDialogElement, Element | null>} what the focus goes back to */
const openers = new WeakMap();

/**
 * Opens a dialog over the page and loads a fragment into it. Escape, the close button and a click beside it close it.
 * @param {HTMLDialogElement} dialog
 * @param {string} path
 * @returns {Promise<boolean>} false when the fragment could not be had; the dialog then says why
 */
export async function openDrawer(dialog, path) {
  if (!dialog.open) {
    openers.set(dialog, document.activeElement);
    dialog.replaceChildren(closeButton(), waiting());
    dialog.showModal();
  }
  dialog.setAttribute("aria-busy", "true");
  try {
    dialog.replaceChildren(await fragment(path));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    dialog.replaceChildren(closeButton(), apology(error, () => void openDrawer(dialog, path)));
    (maybe(dialog, "[data-again]") ?? maybe(dialog, "[data-close]"))?.focus();
    return false;
  } finally {
    dialog.removeAttribute("aria-busy");
  }
  maybe(dialog, "[data-detail-title]")?.focus();
  dialog.scrollTop = 0;
  dialog.dispatchEvent(new Event(LOADED));
  return true;
}

/** @param {HTMLDialogElement} dialog */
export function attachDrawer(dialog) {
  dialog.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    if (target === dialog || target.closest("[data-close]")) dialog.close();
  });
  dialog.addEventListener("close", () => focusAgain(openers.get(dialog) ?? null));
}

function closeButton() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "icon-button drawer-close";
  button.dataset.close = "";
  button.ariaLabel = t("Đóng");
  button.textContent = "✕";
  return button;
}

function waiting() {
  const words = document.createElement("p");
  words.className = "loading";
  words.textContent = t("Đang mở…");
  return words;
}
