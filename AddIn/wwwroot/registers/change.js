// @ts-check
import { api } from "../lib/api.js";
import { announce, maybe, one } from "../lib/dom.js";
import { openDrawer } from "../lib/drawer.js";
import { apology } from "../lib/fragments.js";
import { Problem } from "../lib/problems.js";
import { withNames } from "../lib/text.js";
import { forgetRemarks } from "./remarks.js";

/**
 * @typedef {"review" | "copy" | "withdrawal"} Kind
 * @typedef {{ id: string, name: string }} Next the document to offer next
 * @typedef {(id: string, kind: Kind) => Promise<Next | null | void>} Changed called after each change
 *
 * @typedef {object} Write
 * @property {"PUT" | "DELETE"} method
 * @property {string} below the path below the submission's
 * @property {unknown} [json]
 * @property {string} words what is said when it is done
 * @property {Kind} kind
 */

/**
 * Changes the document shown in a dialog at the version that is shown, and shows it as it is then; when somebody else was first, shows theirs.
 * @param {HTMLDialogElement} dialog
 * @param {Write} write
 * @param {Changed} changed
 */
export async function change(dialog, { method, below, json, words, kind }, changed) {
  const { submission = "", version } = one(dialog, "[data-submission]").dataset;
  const problem = await written(dialog, () => api(`/api/submissions/${submission}${below}`, { method, json, headers: { "if-match": `"${version}"` } }));
  if (!problem && kind === "review") forgetRemarks(dialog);
  if (!problem || problem.status === 412) await openDrawer(dialog, `/registers/submissions/${submission}`);
  const place = maybe(dialog, "[data-detail-message]");
  place?.replaceChildren(problem ? apology(problem) : done(words));
  place?.scrollIntoView({ block: "nearest" });
  if (problem) return;
  announce(words);
  const next = await changed(submission, kind);
  if (next) offer(place, next);
}

/** @param {HTMLElement} dialog @param {() => Promise<unknown>} write @returns {Promise<Problem | null>} */
async function written(dialog, write) {
  const buttons = [...dialog.querySelectorAll("button")];
  for (const button of buttons) button.disabled = true;
  try {
    await write();
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error;
  } finally {
    for (const button of buttons) button.disabled = false;
  }
}

/** @param {string} words */
function done(words) {
  const box = document.createElement("div");
  box.className = "notice";
  box.dataset.tone = "success";
  const said = document.createElement("p");
  said.textContent = words;
  box.append(said);
  return box;
}

/** @param {HTMLElement | null} place @param {Next} next */
function offer(place, { id, name }) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.dataset.nextSubmission = id;
  button.append(withNames("Hồ sơ tiếp theo: {0}", name));
  place?.firstElementChild?.append(button);
  button.focus();
}
