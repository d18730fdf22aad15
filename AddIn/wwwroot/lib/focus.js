// @ts-check
import { maybe } from "./dom.js";

/**
 * Gives the focus back to an element, or, when its rows were loaded anew meanwhile, to the button that opens the same document now; else to the page's content.
 * @param {Element | null} element
 */
export function focusAgain(element) {
  if (!(element instanceof HTMLElement)) return;
  if (element.isConnected) return element.focus();
  const { openSubmission } = element.dataset;
  const heir = openSubmission ? maybe(document, `[data-open-submission="${CSS.escape(openSubmission)}"]`) : null;
  (heir ?? maybe(document, "main"))?.focus({ preventScroll: !heir });
}
