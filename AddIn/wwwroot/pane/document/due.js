// @ts-check
// Which texts the document lacks, and what has to wait for an answer.

/** @typedef {import("./meeting.js").ListPlan} ListPlan */
/** @typedef {import("./paper.js").Paper} Paper */
/** @typedef {import("./paper.js").Sheet} Sheet */

/**
 * The texts that the document does not have yet.
 * @param {Paper} paper @param {import("./meeting.js").Plan} plan @param {Map<string, string[]>} controls @param {Sheet} agreed @param {Map<string, HTMLElement[]>} keys
 */
export function due(paper, plan, controls, agreed, keys) {
  const changes = [];
  /** @type {Set<string>} */
  const settled = new Set();
  for (const tag of plan.writes) {
    const field = /** @type {import("./texts.js").Printed} */ (paper.fields.find((each) => each.tag === tag));
    const value = agreed.singles.get(tag) ?? "";
    if (!whole(field, value)) continue;
    for (const [index, expected] of (controls.get(tag) ?? []).entries()) changes.push({ place: tag, change: { tag, index, expected, text: paper.textOf(field, value) } });
  }
  for (const list of plan.lists) {
    const printed = /** @type {import("./paper.js").PrintedRows} */ (paper.lists.find(({ tag }) => tag === list.tag));
    const [rows, standing] = [agreed.rows.get(list.tag) ?? [], controls.get(printed.fields[0].tag)?.length ?? 0];
    if (list.order === "ask" || isHeld(list) || (rows.length !== standing && !(rows.length === 0 && standing === 1))) continue;
    for (const [row, column] of places(standing, printed.fields.length)) {
      const [field, value, place] = [printed.fields[column], rows[row]?.[column] ?? "", `${list.tag}[${row}].${column}`];
      const expected = controls.get(field.tag)?.[row] ?? "";
      if (list.asks.some((ask) => ask.column === column && ask.key === keys.get(list.tag)?.[row])) continue;
      if (paper.says(field, expected, value)) settled.add(place);
      else if (whole(field, value)) changes.push({ place, change: { tag: field.tag, index: row, expected, text: paper.textOf(field, value) } });
    }
  }
  return { changes, settled };
}

/** @param {Paper} paper @param {ListPlan} list rows that come or go, or whose printed numbers are to be put right */
export const grows = (paper, list) => list.steps.length > 0 || (list.order === "take" && paper.lists.some(({ tag, heading }) => tag === list.tag && heading));

/** @param {import("./meeting.js").Plan} plan */
export const hasQuestions = ({ asks, lists }) => asks.length > 0 || lists.some((list) => list.asks.length > 0 || list.order === "ask");

/** @param {ListPlan} list rows cannot go elsewhere while one of them waits for an answer */
export const isHeld = (list) => list.order === "write" && list.asks.length > 0;

/** @param {number} rows @param {number} columns @returns {[number, number][]} */
const places = (rows, columns) => Array.from({ length: rows * columns }, (_, place) => [Math.floor(place / columns), place % columns]);

/** A day is written once it is a whole one. @param {import("./texts.js").Printed} field @param {string} value */
export const whole = (field, value) => field.type !== "date" || value === "" || /^\d{4}-\d\d-\d\d$/.test(value);
