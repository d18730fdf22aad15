// @ts-check
import { apology } from "./fragments.js";
import { all, maybe } from "./dom.js";
import { Problem } from "./problems.js";
import { t } from "./text.js";

/**
 * Runs something a person started; what fails is told in the page's reporter region. The only catcher of unknown errors.
 * @param {() => unknown} act
 * @returns {Promise<void>}
 */
export async function reported(act) {
  try {
    await act();
  } catch (error) {
    report(error);
  }
}

/** @param {unknown} error */
export function report(error) {
  const region = regionInSight();
  if (!region) throw error;
  region.replaceChildren(apology(error instanceof Problem ? error : unknown(error)));
  region.scrollIntoView({ block: "nearest" });
}

/** Tells of every error nobody else caught. */
export function reportAll() {
  addEventListener("error", (event) => { if (event.error) report(event.error); });
  addEventListener("unhandledrejection", (event) => report(event.reason));
}

/** Takes away what was told before. */
export function clearReport() {
  for (const region of all(document, "[data-reporter]")) region.replaceChildren();
}

// What lies behind an open dialog nobody sees: there the dialog itself tells.
function regionInSight() {
  const dialog = all(document, "dialog[open]").at(-1);
  if (!dialog) return maybe(document, "[data-reporter]");
  const own = maybe(dialog, "[data-reporter]");
  if (own) return own;
  const region = document.createElement("div");
  region.dataset.reporter = "";
  region.setAttribute("role", "alert");
  dialog.prepend(region);
  return region;
}

/** @param {unknown} error */
function unknown(error) {
  const cause = error instanceof Error ? error.message : String(error);
  return new Problem("unknown", t("Trang gặp lỗi ngoài dự kiến."), t("Hãy tải lại trang; nếu còn lỗi, gửi dòng này cho người quản trị hệ thống: {0}", cause));
}
