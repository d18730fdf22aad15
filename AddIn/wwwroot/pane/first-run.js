// @ts-check
import { copyOf, one } from "../lib/dom.js";
import { keep, recall } from "../lib/storage.js";

const SEEN = "first-run";

/** @returns {boolean} true while nobody has seen on this machine what the pane is for */
export const isFirstRun = () => recall(SEEN) !== true;

/**
 * Shows in one screen what the pane is for, until somebody goes on.
 * @param {HTMLElement} root the pane, with the template of the screen
 * @returns {Promise<void>} settled once they went on
 */
export function showFirstRun(root) {
  const screen = copyOf(root, "[data-first-run-template]");
  const others = /** @type {HTMLElement[]} */ ([...root.children]).filter((child) => !child.hidden);
  for (const other of others) other.hidden = true;
  root.append(screen);
  one(screen, "h1").focus();
  return new Promise((resolve) => {
    screen.addEventListener("click", (event) => {
      if (!/** @type {Element} */ (event.target).closest("[data-go-on]")) return;
      keep(SEEN, true);
      screen.remove();
      for (const other of others) other.hidden = false;
      resolve();
    });
  });
}
