// @ts-check
import { api } from "../lib/api.js";
import { announce, maybe, one } from "../lib/dom.js";
import { openDrawer } from "../lib/drawer.js";
import { apology } from "../lib/fragments.js";
import { Problem } from "../lib/problems.js";
import { reported } from "../lib/report.js";

/**
 * Lets a reviewer confirm or return, and an author withdraw, the submission shown in a dialog.
 * @param {HTMLDialogElement} dialog
 * @param {() => Promise<void>} changed called after each change
 */
export function attachReview(dialog, changed) {
  dialog.addEventListener("submit", (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (!("review" in form.dataset)) return;
    event.preventDefault();
    const decision = /** @type {HTMLButtonElement} */ (event.submitter)?.value;
    void reported(() => review(dialog, form, decision, changed));
  });
  dialog.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("button");
    if (!button) return;
    if ("withdraw" in button.dataset) confirmWithdrawal(dialog, true);
    if ("withdrawNo" in button.dataset) confirmWithdrawal(dialog, false);
    if ("withdrawYes" in button.dataset) void reported(() => change(dialog, "DELETE", "", undefined, "Đã rút hồ sơ.", changed));
  });
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {HTMLFormElement} form
 * @param {string} decision
 * @param {() => Promise<void>} changed
 */
async function review(dialog, form, decision, changed) {
  const field = /** @type {HTMLTextAreaElement} */ (one(form, "[name=comment]"));
  const comment = field.value.trim();
  const lacking = decision === "returned" && comment === "";
  const message = one(form, "[data-message]");
  message.hidden = !lacking;
  message.textContent = lacking ? "Khi trả lại, hãy ghi rõ cần sửa gì." : "";
  field.toggleAttribute("aria-invalid", lacking);
  if (lacking) return field.focus();
  await change(dialog, "PUT", "/review", { decision, comment }, decision === "returned" ? "Đã trả lại hồ sơ." : "Đã xác nhận hồ sơ.", changed);
}

/**
 * Writes with the version that is shown; when somebody else was first, shows theirs.
 * @param {HTMLDialogElement} dialog
 * @param {"PUT" | "DELETE"} method
 * @param {string} below
 * @param {unknown} json
 * @param {string} words
 * @param {() => Promise<void>} changed
 */
async function change(dialog, method, below, json, words, changed) {
  const { submission, version } = one(dialog, "[data-submission]").dataset;
  const buttons = [...dialog.querySelectorAll("button")];
  for (const button of buttons) button.disabled = true;
  /** @type {Problem | null} */
  let problem = null;
  try {
    await api(`/api/submissions/${submission}${below}`, { method, json, headers: { "if-match": `"${version}"` } });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    problem = error;
  } finally {
    for (const button of buttons) button.disabled = false;
  }
  if (!problem || problem.status === 412) await openDrawer(dialog, `/registers/submissions/${submission}`);
  maybe(dialog, "[data-detail-message]")?.replaceChildren(problem ? apology(problem) : done(words));
  if (problem) return;
  announce(words);
  await changed();
}

/** @param {HTMLElement} dialog @param {boolean} asked */
function confirmWithdrawal(dialog, asked) {
  one(dialog, "[data-withdraw-confirm]").hidden = !asked;
  one(dialog, "[data-withdraw]").hidden = asked;
  one(dialog, asked ? "[data-withdraw-no]" : "[data-withdraw]").focus();
}

/** @param {string} words */
function done(words) {
  const box = document.createElement("p");
  box.className = "notice";
  box.dataset.tone = "success";
  box.textContent = words;
  return box;
}
