// @ts-check
// What document and pane agreed on before this page was there: known from what our service wrote into the document, its own part.
import { matchRows } from "./merge.js";
import { sameRows } from "./paper.js";

/** @typedef {import("./paper.js").Sheet} Sheet */

/**
 * A place counts as changed in the document when it says something else than was written into it, and as changed in the pane when somebody typed
 * there since the form was opened. What differs in any other way is for a person to decide, and has no base.
 * @param {import("./paper.js").Paper} paper
 * @param {Map<string, string[]>} controls
 * @param {import("./own-part.js").Stamp} stamp
 * @param {import("../../lib/rules.js").Fields} given what the form opened with
 * @param {Sheet} pane
 * @param {Map<string, Element[]>} keys
 * @returns {import("./meeting.js").Base}
 */
export function firstBase(paper, controls, stamp, given, pane, keys) {
  const [written, opened] = [paper.ofValues(stamp.fields), paper.ofValues(given)];
  const document = paper.ofControls(controls, written);
  /** @type {import("./meeting.js").Base} */
  const base = { singles: new Map(), rows: new Map() };
  for (const [tag, said] of document.singles) {
    const [here, before] = [pane.singles.get(tag) ?? "", written.singles.get(tag) ?? ""];
    if (here === said || here === before || (said === before && here !== opened.singles.get(tag))) base.singles.set(tag, here === said ? said : before);
  }
  for (const [tag, said] of document.rows) {
    const [here, before] = [pane.rows.get(tag) ?? [], written.rows.get(tag) ?? []];
    const mine = /** @type {Element[]} */ (keys.get(tag));
    if (sameRows(here, said)) base.rows.set(tag, { keys: mine, cells: said });
    else if (sameRows(here, before)) base.rows.set(tag, { keys: mine, cells: before });
    else if (sameRows(said, before) && !sameRows(here, opened.rows.get(tag) ?? [])) base.rows.set(tag, { keys: keysOf(before, here, mine), cells: before });
  }
  return base;
}

/** @param {string[][]} before @param {string[][]} here @param {Element[]} mine the rows of the pane @returns {Element[]} of each row of before; one of no pane where it is gone */
function keysOf(before, here, mine) {
  const known = matchRows(before, here);
  return before.map((_, index) => mine[known.indexOf(index)] ?? document.createElement("li"));
}
