// @ts-check
import { query } from "../../lib/api.js";
import { maybe, one, pause } from "../../lib/dom.js";
import { load } from "../../lib/fragments.js";
import { reported } from "../../lib/report.js";

const TYPING_PAUSE = 250;

/**
 * Lets a clerk find people to file for.
 * @param {HTMLElement} view the duties view; the clerk's tools come into it later
 */
export function attachClerk(view) {
  const find = pause(() => void reported(() => listPeople(view)), TYPING_PAUSE);
  const isSearch = (/** @type {Event} */ event) => /** @type {Element} */ (event.target).closest("[data-people-search]") !== null;
  view.addEventListener("input", (event) => { if (isSearch(event)) find(); });
  view.addEventListener("submit", (event) => {
    if (!isSearch(event)) return;
    event.preventDefault();
    void reported(() => listPeople(view));
  });
}

/**
 * Gives the tools that came with the duties a place of their own, where a list that comes again leaves alone what is typed in them.
 * @param {HTMLElement} view
 */
export function keepTools(view) {
  const [tools, place] = [maybe(view, "[data-duties] [data-clerk-tools]"), one(view, "[data-clerk-place]")];
  if (!tools) place.replaceChildren();
  else if (place.hasChildNodes()) tools.remove();
  else place.append(tools);
}

/** Lists the people found; without words, who has not filed yet. Does nothing for who is no clerk. @param {HTMLElement} view */
export async function listPeople(view) {
  const search = maybe(view, "[data-people-search]");
  if (!(search instanceof HTMLFormElement)) return;
  const asked = wordsOf(search);
  const place = document.createElement("div");
  await load(place, `/pane/people${asked}`);
  // An answer that comes late is no answer to what was typed since.
  if (asked === wordsOf(search)) one(view, "[data-people]").replaceChildren(...place.childNodes);
}

/** @param {HTMLFormElement} search */
function wordsOf(search) {
  const given = new FormData(search);
  return query({ q: String(given.get("q") ?? "").trim(), campaign: String(given.get("campaign") ?? "") });
}
