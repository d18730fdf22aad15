// @ts-check
import { query } from "../lib/api.js";
import { all, announce, maybe, one, pause } from "../lib/dom.js";
import { attachDrawer, openDrawer } from "../lib/drawer.js";
import { reported } from "../lib/report.js";
import { t } from "../lib/text.js";
import { fold } from "../lib/words.js";

const TYPING_PAUSE = 150;

const root = one(document, "[data-completion]");
const table = maybe(root, "[data-table]");
if (table) attach(table);
else attachOwnDuties();

/** @param {HTMLElement} table */
function attach(table) {
  const form = /** @type {HTMLFormElement} */ (one(root, "[data-campaign-form]"));
  const dialog = /** @type {HTMLDialogElement} */ (one(root, "[data-detail]"));
  const filter = /** @type {HTMLInputElement} */ (one(form, "[data-filter]"));
  const onlyMissing = /** @type {HTMLInputElement} */ (one(form, "[data-only-missing]"));
  const narrow = () => {
    show(table, filter.value, onlyMissing.checked);
    toWorkbook({ q: filter.value.trim(), missing: onlyMissing.checked ? "true" : "" });
  };
  one(form, "[data-apply]").hidden = true;
  for (const name of ["campaign", "asOf"]) one(form, `[name=${name}]`).addEventListener("change", () => form.requestSubmit());
  filter.addEventListener("input", pause(narrow, TYPING_PAUSE));
  onlyMissing.addEventListener("change", narrow);
  table.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("button"));
    if (button?.dataset.sort) sort(table, button.dataset.sort);
    const organization = button?.dataset.openOrganization;
    if (organization) {
      const path = `/completion/${encodeURIComponent(organization)}${query({ campaign: root.dataset.campaign, asOf: root.dataset.asOf })}`;
      void reported(() => openDrawer(dialog, path));
    }
  });
  attachDrawer(dialog);
}

/** Lets the workbook hold what the screen shows. @param {Record<string, string>} parts */
function toWorkbook(parts) {
  const link = /** @type {HTMLAnchorElement} */ (one(root, "[data-workbook]"));
  const address = new URL(link.href);
  for (const [name, value] of Object.entries(parts)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  link.href = address.pathname + address.search;
}

/** @param {HTMLElement} table @param {string} words @param {boolean} onlyMissing */
function show(table, words, onlyMissing) {
  const wanted = fold(words);
  const rows = all(table, "tbody > tr");
  for (const row of rows) {
    row.hidden = !fold(row.dataset.name ?? "").includes(wanted) || (onlyMissing && row.dataset.missing === "0");
  }
  const shown = rows.filter((row) => !row.hidden).length;
  const count = one(root, "[data-count]");
  count.textContent = shown === rows.length ? t("{0} tổ chức", shown) : t("{0} trong {1} tổ chức", shown, rows.length);
  one(root, "[data-nothing]").hidden = shown > 0;
}

/**
 * Sorts by a number kept on each row; once more turns the order round. By name means in the order of the tree.
 * @param {HTMLElement} table
 * @param {string} key
 */
function sort(table, key) {
  const head = /** @type {HTMLElement} */ (one(table, `[data-sort="${key}"]`).closest("th"));
  const descending = head.ariaSort === "ascending";
  for (const other of all(table, "th[aria-sort]")) other.ariaSort = "none";
  head.ariaSort = descending ? "descending" : "ascending";
  const rows = all(table, "tbody > tr");
  const sign = descending ? -1 : 1;
  const by = (/** @type {HTMLElement} */ row, /** @type {string} */ name) => Number(row.dataset[name]);
  rows.sort((one, other) => sign * (by(one, key) - by(other, key)) || by(one, "order") - by(other, "order"));
  one(table, "tbody").append(...rows);
  table.toggleAttribute("data-flat", key !== "order");
  toWorkbook({ sort: `${descending ? "-" : ""}${key}` });
  announce(descending ? t("Đã sắp xếp theo {0}, giảm dần.", head.textContent?.trim() ?? "") : t("Đã sắp xếp theo {0}, tăng dần.", head.textContent?.trim() ?? ""));
}

// Without a role the page shows one's own duties; their buttons lead to the pane.
function attachOwnDuties() {
  root.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-open-form]"));
    if (!button) return;
    const { openForm, campaign, organization, person } = button.dataset;
    location.assign(`/pane${query({ form: openForm, campaign, organization, person })}`);
  });
}
