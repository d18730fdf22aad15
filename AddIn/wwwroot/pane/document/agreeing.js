// @ts-check
import { isHeld } from "./due.js";

/** @typedef {import("./paper.js").Sheet} Sheet */
/** @typedef {import("./writing.js").Outcome} Outcome */

/**
 * Writes down what both sides say now, and leaves out what is not settled.
 * @param {import("./meeting.js").Base} base changed here
 * @param {import("./meeting.js").Plan} plan @param {Sheet} document @param {Sheet} agreed
 * @param {Map<string, HTMLElement[]>} keys
 * @param {Outcome | null} done null when the document was left alone
 */
export function agree(base, plan, document, agreed, keys, done) {
  for (const [tag, value] of document.singles) {
    const [here, asked] = [agreed.singles.get(tag) ?? "", plan.asks.some((ask) => ask.tag === tag)];
    if (!asked && (here === value || done?.said(tag))) base.singles.set(tag, here);
  }
  for (const list of plan.lists) {
    if (list.order === "ask" || isHeld(list) || (list.order === "write" && !done) || (list.steps.length > 0 && !done?.grown.has(list.tag))) continue;
    const before = base.rows.get(list.tag);
    const rows = keys.get(list.tag) ?? [];
    const cells = rows.map((key, row) => (agreed.rows.get(list.tag)?.[row] ?? []).map((value, column) => {
      const asked = list.asks.some((ask) => ask.key === key && ask.column === column);
      const old = before?.cells[before.keys.indexOf(key)]?.[column];
      const said = list.order === "write" ? undefined : list.document[list.order === "take" ? list.keys.indexOf(key) : row]?.[column];
      return !asked && (said === value || done?.said(`${list.tag}[${row}].${column}`)) ? value : old ?? said ?? "";
    }));
    base.rows.set(list.tag, { keys: rows, cells });
  }
}
