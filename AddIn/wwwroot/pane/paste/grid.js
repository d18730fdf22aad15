// @ts-check
import { gridOfHtml } from "./html.js";
import { gridOfText } from "./text.js";

/**
 * A cell of a pasted table. A merged cell stands at every place it covers.
 * @typedef {{ text: string, copied: "" | "across" | "down" }} Cell `copied` tells from which side a merged cell reaches here
 */
/** @typedef {Cell[][]} Grid rows of equal length, none of them and no column empty */

const MOST_ROWS = 1_000;
const MOST_COLUMNS = 60;

/**
 * The table on a clipboard: that of the HTML first, else the text as spreadsheets write it.
 * @param {{ html: string, text: string }} clipboard
 * @returns {Grid | null} null when there is no table
 */
export function gridOf({ html, text }) {
  const grid = html && whole(gridOfHtml(html));
  if (grid && isTable(grid)) return grid;
  const plain = whole(gridOfText(text));
  return plain.length > 0 ? plain : null;
}

/** @param {Grid} grid more than one cell */
const isTable = (grid) => grid.length * (grid[0]?.length ?? 0) > 1;

/** @param {Cell[][]} rows @returns {Grid} */
function whole(rows) {
  const width = Math.min(MOST_COLUMNS, Math.max(0, ...rows.map((row) => row.length)));
  const even = rows.slice(0, MOST_ROWS).map((row) => Array.from({ length: width }, (_, column) => row[column] ?? { text: "", copied: "" }));
  const kept = even.filter((row) => row.some(({ text }) => text));
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) => kept.some((row) => row[column].text));
  return kept.map((row) => columns.map((column) => row[column]));
}
