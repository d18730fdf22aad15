// @ts-check
import { query } from "../lib/api.js";
import { all, announce, maybe, one } from "../lib/dom.js";
import { attachDrawer, openDrawer } from "../lib/drawer.js";
import { attachFilters, partsOf } from "../lib/filters.js";
import { load } from "../lib/fragments.js";
import { reported } from "../lib/report.js";
import { attachReview } from "../registers/review.js";
import { acceptAll, confirmAll, tell } from "./decisions.js";

const root = one(document, "[data-reviews]");
const filters = /** @type {HTMLFormElement} */ (one(root, "[data-filters]"));
const view = one(root, "[data-lists-view]");
const dialog = /** @type {HTMLDialogElement} */ (one(root, "[data-detail]"));

attachFilters(filters, refresh);
view.addEventListener("change", (event) => choose(/** @type {HTMLInputElement} */ (event.target)));
view.addEventListener("click", (event) => {
  const button = /** @type {HTMLButtonElement | null} */ (/** @type {Element} */ (event.target).closest("button"));
  if (!button) return;
  const list = /** @type {HTMLElement} */ (button.closest("[data-waiting]"));
  if (button.dataset.openSubmission) void reported(() => openDrawer(dialog, `/registers/submissions/${button.dataset.openSubmission}`));
  if ("decideChosen" in button.dataset) void reported(() => decide(button, list, chosenIn(list)));
  if ("confirmCopy" in button.dataset) void reported(() => decide(button, list, [/** @type {HTMLElement} */ (button.closest("[data-document]"))]));
});
attachDrawer(dialog);
attachReview(dialog, decided);

/** Loads the lists the filters ask for and keeps the address in step. */
async function refresh() {
  const parts = partsOf(filters);
  history.replaceState(null, "", `/reviews${query(parts)}`);
  if (await load(view, `/reviews/list${query(parts)}`)) announce(all(view, "[data-list-title]").map((title) => title.textContent).join(". "));
}

/** @param {HTMLElement} list */
const chosenIn = (list) => all(list, "[data-document]:has([data-choose]:checked)");

/** @param {HTMLInputElement} box */
function choose(box) {
  const list = /** @type {HTMLElement} */ (box.closest("[data-waiting]"));
  const boxes = /** @type {HTMLInputElement[]} */ (all(list, "[data-choose]"));
  if ("chooseAll" in box.dataset) for (const each of boxes) each.checked = box.checked;
  const chosen = chosenIn(list).length;
  const every = /** @type {HTMLInputElement} */ (one(list, "[data-choose-all]"));
  every.checked = chosen === boxes.length;
  every.indeterminate = chosen > 0 && chosen < boxes.length;
  one(list, "[data-chosen-count]").textContent = chosen > 0 ? `(${chosen})` : "";
  /** @type {HTMLButtonElement} */ (one(list, "[data-decide-chosen]")).disabled = chosen === 0;
}

/** @param {HTMLButtonElement} button @param {HTMLElement} list @param {HTMLElement[]} rows */
async function decide(button, list, rows) {
  button.disabled = true;
  button.ariaBusy = "true";
  try {
    const outcomes = await (list.dataset.waiting === "copy" ? confirmAll(rows) : acceptAll(rows));
    await refresh();
    tell(root, outcomes);
  } finally {
    button.disabled = false;
    button.ariaBusy = null;
  }
}

/** After a decision in the dialog: the one that stood after it in its list is next. @type {import("../registers/change.js").Changed} */
async function decided(id, kind) {
  const list = maybe(view, `[data-waiting="${kind === "copy" ? "copy" : "review"}"]`);
  const ids = list ? all(list, "[data-document]").map((row) => row.dataset.document) : [];
  const following = new Set(ids.slice(ids.indexOf(id) + 1));
  await refresh();
  const left = all(view, `[data-waiting="${kind === "copy" ? "copy" : "review"}"] [data-document]`).filter((row) => row.dataset.document !== id);
  const next = left.find((row) => following.has(row.dataset.document)) ?? left[0];
  return next ? { id: next.dataset.document ?? "", name: next.dataset.name ?? "" } : null;
}
