// @ts-check
// What has to happen so that pane and document say the same again, decided from what both said last. Nothing is done here.
import { matchRows, stepsBetween, verdict } from "./merge.js";
import { sameRows } from "./paper.js";

/** @typedef {import("./paper.js").Sheet} Sheet */
/** @typedef {{ keys: Element[], cells: string[][] }} Rows rows with the element that each one is in the pane */
/** @typedef {{ singles: Map<string, string>, rows: Map<string, Rows> }} Base what both sides said last */
/** @typedef {{ key: Element, column: number, value: string }} Cell */

/**
 * @typedef {object} ListPlan
 * @property {string} tag
 * @property {"none" | "take" | "write" | "ask"} order whose rows, in which order, count
 * @property {(Element | null)[]} keys the rows as the document has them; null for one that the pane does not have
 * @property {string[][]} document
 * @property {Cell[]} takes
 * @property {Cell[]} asks
 * @property {import("../../office/rows.js").RowStep[]} steps what the document lacks or has too many
 */

/**
 * @typedef {object} Plan
 * @property {{ tag: string, value: string }[]} takes
 * @property {string[]} writes
 * @property {{ tag: string, value: string }[]} asks
 * @property {ListPlan[]} lists
 */

/**
 * @param {Sheet} document
 * @param {Sheet} pane
 * @param {Map<string, Element[]>} keys the rows of the pane
 * @param {Base} base
 * @returns {Plan}
 */
export function planned(document, pane, keys, base) {
  /** @type {Plan} */
  const plan = { takes: [], writes: [], asks: [], lists: [] };
  for (const [tag, value] of document.singles) {
    const said = verdict(value, pane.singles.get(tag) ?? "", base.singles.get(tag));
    if (said === "take") plan.takes.push({ tag, value });
    if (said === "write") plan.writes.push(tag);
    if (said === "ask") plan.asks.push({ tag, value });
  }
  for (const [tag, rows] of document.rows) {
    const here = { keys: keys.get(tag) ?? [], cells: pane.rows.get(tag) ?? [] };
    plan.lists.push(planOf(tag, isSample(rows, here, base.rows.get(tag)) ? [] : rows, here, base.rows.get(tag), rows.length));
  }
  return plan;
}

/** A table keeps one empty row where there is none. @param {string[][]} rows @param {Rows} here @param {Rows | undefined} base */
const isSample = (rows, here, base) => !base?.cells.length && rows.length === 1 && rows[0].every((cell) => cell === "") && !sameRows(rows, here.cells);

/**
 * @param {string} tag @param {string[][]} document @param {Rows} here @param {Rows | undefined} base
 * @param {number} standing how many rows the document really has
 * @returns {ListPlan}
 */
function planOf(tag, document, here, base, standing) {
  /** @type {ListPlan} */
  const plan = { tag, order: "none", keys: here.keys, document, takes: [], asks: [], steps: [] };
  if (sameRows(document, here.cells)) return plan;
  if (!base) return { ...plan, order: "ask" };
  const known = matchRows(base.cells, document);
  plan.keys = known.map((index) => base.keys[index] ?? null);
  known.forEach((index, row) => {
    const place = here.keys.indexOf(base.keys[index]);
    if (index >= 0 && place >= 0) compare(plan, { document: document[row], pane: here.cells[place], base: base.cells[index] }, base.keys[index]);
  });
  const [moved, wanted] = [!sameOrder(plan.keys, base.keys), !sameOrder(here.keys, base.keys)];
  if (moved) plan.order = wanted && !sameOrder(plan.keys, here.keys) ? "ask" : "take";
  else if (wanted) plan.order = "write";
  plan.steps = plan.order === "write" ? stepsBetween(/** @type {Element[]} */ (plan.keys), here.keys) : [];
  // The one row that always stands in a table is the first that is needed, and never taken away.
  if (standing > document.length && plan.steps.some((step) => "insert" in step)) plan.steps.shift();
  return plan;
}

/** @param {ListPlan} plan @param {{ document: string[], pane: string[], base: string[] }} row @param {Element} key */
function compare(plan, row, key) {
  row.document.forEach((value, column) => {
    const said = verdict(value, row.pane[column], row.base[column]);
    if (said === "take") plan.takes.push({ key, column, value });
    if (said === "ask") plan.asks.push({ key, column, value });
  });
}

/** @param {(Element | null)[]} one @param {(Element | null)[]} other */
const sameOrder = (one, other) => one.length === other.length && one.every((key, index) => key === other[index]);
