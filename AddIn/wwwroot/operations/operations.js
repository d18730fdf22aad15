// @ts-check
import { api } from "../lib/api.js";
import { all, announce, maybe, one } from "../lib/dom.js";
import { load } from "../lib/fragments.js";
import { Problem } from "../lib/problems.js";
import { reported } from "../lib/report.js";
import { t } from "../lib/text.js";

// Work that is tried again is mostly stored within a second or two; after that the page says what it sees.
const LOOKS = 6;
const LOOK_PAUSE = 700;

const root = one(document, "[data-operations]");
const view = one(root, "[data-open-view]");

view.addEventListener("click", (event) => {
  const button = /** @type {HTMLButtonElement | null} */ (/** @type {Element} */ (event.target).closest("button"));
  if (!button) return;
  if (button.dataset.retry) void reported(() => retry(button, [button.dataset.retry ?? ""]));
  if ("retryAll" in button.dataset) void reported(() => retry(button, parked()));
});

/** @param {HTMLButtonElement} button @param {string[]} sequences */
async function retry(button, sequences) {
  button.disabled = true;
  button.ariaBusy = "true";
  try {
    for (const sequence of sequences) await driveAgain(sequence);
    await settled(sequences);
  } finally {
    button.disabled = false;
    button.ariaBusy = null;
  }
  const again = parked().filter((sequence) => sequences.includes(sequence)).length;
  announce(again === 0 ? t("Đã cho chạy lại.") : t("{0} việc lại dừng; xem lý do trong danh sách.", again));
  const stays = maybe(view, `[data-retry="${sequences[0]}"]`) ?? maybe(root, "[data-page-title]");
  stays?.focus();
}

/** @param {string} sequence */
async function driveAgain(sequence) {
  try {
    await api(`/api/operations/${sequence}/attempts`, { method: "POST" });
  } catch (error) {
    // Another administrator was first.
    if (!(error instanceof Problem) || error.status !== 404) throw error;
  }
}

/** Looks until none of these is under way any more, or long enough. @param {string[]} sequences */
async function settled(sequences) {
  for (let look = 0; look < LOOKS; look++) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_PAUSE));
    if (!(await load(view, "/operations/list"))) return;
    const pending = all(view, "[data-parked=false]").map((work) => work.dataset.work ?? "");
    if (!sequences.some((sequence) => pending.includes(sequence))) return;
  }
}

/** @returns {string[]} */
const parked = () => all(view, "[data-parked=true]").map((work) => work.dataset.work ?? "");
