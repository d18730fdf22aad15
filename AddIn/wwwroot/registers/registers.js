// @ts-check
import { query } from "../lib/api.js";
import { all, announce, maybe, one } from "../lib/dom.js";
import { attachDrawer, openDrawer } from "../lib/drawer.js";
import { attachFilters, partsOf } from "../lib/filters.js";
import { fragment, load } from "../lib/fragments.js";
import { reported } from "../lib/report.js";
import { t } from "../lib/text.js";
import { attachReview } from "./review.js";

const root = one(document, "[data-registers]");
const filters = /** @type {HTMLFormElement} */ (one(root, "[data-filters]"));
const view = one(root, "[data-rows-view]");
const dialog = /** @type {HTMLDialogElement} */ (one(root, "[data-detail]"));

attachFilters(filters, refresh);
view.addEventListener("click", (event) => {
  const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("button"));
  if (!button) return;
  if (button.dataset.sort) void reported(() => sortBy(button.dataset.sort ?? ""));
  if (button.dataset.more) void reported(() => more(button));
  if (button.dataset.openSubmission) void reported(() => openDrawer(dialog, `/registers/submissions/${button.dataset.openSubmission}`));
});
attachDrawer(dialog);
attachReview(dialog, () => refresh());
openAsked();

/** Opens the document that the address names, for links from other pages. */
function openAsked() {
  const submission = new URLSearchParams(location.search).get("submission");
  if (submission) void reported(() => openDrawer(dialog, `/registers/submissions/${encodeURIComponent(submission)}`));
}

/** Loads the rows the filters ask for and keeps the address in step. */
async function refresh() {
  const { register, ...filter } = partsOf(filters);
  history.replaceState(null, "", `/registers${query({ register, ...filter })}`);
  /** @type {HTMLAnchorElement} */ (one(root, "[data-workbook]")).href = `/api/registers/${encodeURIComponent(register)}.xlsx${query(filter)}`;
  if (await load(view, `/registers/${encodeURIComponent(register)}/rows${query(filter)}`)) {
    announce(maybe(view, "[data-count]")?.textContent ?? "");
  }
}

/** @param {string} sort */
async function sortBy(sort) {
  /** @type {HTMLInputElement} */ (one(filters, "[name=sort]")).value = sort;
  await refresh();
  const key = sort.replace(/^-/, "");
  all(view, "[data-sort]").find((button) => button.dataset.sort?.replace(/^-/, "") === key)?.focus();
}

/** @param {HTMLElement} button */
async function more(button) {
  const { register, ...filter } = partsOf(filters);
  const next = await fragment(`/registers/${encodeURIComponent(register)}/rows${query({ ...filter, cursor: button.dataset.more })}`);
  const rows = all(next, "[data-row-body] > tr:not([data-group-head])");
  for (const body of all(next, "[data-row-body]")) join(body);
  const again = maybe(next, "[data-more]");
  if (again) button.replaceWith(again);
  else button.remove();
  rows[0]?.querySelector("button")?.focus();
  announce(t("Đã thêm {0} dòng.", rows.length));
}

/** Adds the rows of a group: to the last one shown when a page ended in its midst, else with its own head. @param {HTMLElement} body */
function join(body) {
  const last = /** @type {HTMLElement} */ (all(view, "[data-row-body]").at(-1));
  if (last.dataset.group === body.dataset.group) last.append(...all(body, "tr:not([data-group-head])"));
  else last.after(body);
}
