// @ts-check
// What a button of the ribbon asks of the pane: the manifest puts it into the address, `/pane?go=mau03`. Word loads the pane anew for each.
import { all, maybe } from "../lib/dom.js";
import { t } from "../lib/text.js";

/** @typedef {"check" | "submit"} Act */

const OPENED = "hoctap:opened";
const ACTS = new Set(["check", "submit"]);

/**
 * Takes what was asked out of the address: loading the page once more must not do it once more.
 * @returns {string} the code of a form, an {@link Act}, or ""
 */
export function asked() {
  const here = new URL(location.href);
  const go = here.searchParams.get("go") ?? "";
  if (go === "") return "";
  here.searchParams.delete("go");
  history.replaceState(null, "", here.pathname + here.search);
  return go;
}

/** @param {string} go @returns {go is Act} true for what is done to the open form */
export const isAct = (go) => ACTS.has(go);

/** Remembers, for this pane alone, which form was opened last. @param {string} query its place in the address */
export function remember(query) {
  guarded(() => sessionStorage.setItem(OPENED, query));
}

/** @returns {string | null} the form that this pane had open last */
export const openedLast = () => guarded(() => sessionStorage.getItem(OPENED)) ?? null;

/**
 * A browser may forbid storage: then the pane only forgets.
 * @template T
 * @param {() => T} act
 * @returns {T | undefined}
 */
export function guarded(act) {
  try {
    return act();
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

/**
 * The duty that a button for one form means.
 * @param {HTMLElement} duties the list
 * @param {string} form
 * @returns {{ button: HTMLElement | null, words: string }} the button that opens it; or, where it is none or one of several, words that say so
 */
export function dutyFor(duties, form) {
  const buttons = all(duties, opening(form));
  const title = t("Mẫu {0}", form.slice(-2));
  const words = buttons.length === 0
    ? t("Bạn không có việc nào theo {0} trong các đợt đang mở.", title)
    : t("Có {0} việc theo {1}. Hãy chọn việc bên dưới.", buttons.length, title);
  return buttons.length === 1 ? { button: buttons[0], words: "" } : { button: null, words };
}

/** @param {HTMLElement} duties @param {string} form puts the focus on the first of several */
export const focusOn = (duties, form) => maybe(duties, opening(form))?.focus();

/** One's own duties in the campaigns that take filings; what a colleague owes is chosen by name. @param {string} form */
const opening = (form) => `[data-taking] [data-open-form="${CSS.escape(form)}"]`;
