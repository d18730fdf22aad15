// @ts-check
// The pane's side: its rows and what it says, as far as paper shows it.
import { rowsOf } from "../fields/row-list.js";
import { collect } from "../fields/values.js";

/** @param {HTMLElement} form @param {string} tag @returns {HTMLElement} */
export const listIn = (form, tag) => /** @type {HTMLElement} */ (form.querySelector(`[data-rows="${tag}"]`));

/** @param {import("./paper.js").Paper} paper @param {HTMLElement} form @returns {Map<string, HTMLElement[]>} the rows of each list */
export const rowsIn = (paper, form) => new Map(paper.lists.map(({ tag }) => [tag, rowsOf(listIn(form, tag))]));

/** @param {import("./paper.js").Paper} paper @param {HTMLElement} form @returns {import("./paper.js").Sheet} */
export const sheetOf = (paper, form) => paper.ofValues(collect(form));
