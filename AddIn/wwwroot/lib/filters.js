// @ts-check
import { one, pause } from "./dom.js";
import { reported } from "./report.js";

const TYPING_PAUSE = 300;

/**
 * Lets a form of filters act by itself: at once after a choice, a moment after typing. Its button is for pages without scripts.
 * @param {HTMLFormElement} form
 * @param {() => unknown} refresh
 */
export function attachFilters(form, refresh) {
  one(form, "[data-apply]").hidden = true;
  const now = () => void reported(refresh);
  const soon = pause(now, TYPING_PAUSE);
  form.addEventListener("input", (event) => {
    if (/** @type {HTMLInputElement} */ (event.target).type === "search") soon();
    else now();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    now();
  });
}

/** What the filters say, as parts of a query. @param {HTMLFormElement} form @returns {Record<string, string>} */
export function partsOf(form) {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()]));
}
