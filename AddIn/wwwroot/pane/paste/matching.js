// @ts-check
import { isoOf } from "../../lib/dates.js";
import { ALIKE, letters, likeness } from "./likeness.js";

/** @typedef {import("./grid.js").Grid} Grid */
/** @typedef {import("./grid.js").Cell} Cell */

/**
 * A field that a column can become.
 * @typedef {object} Field
 * @property {string} tag
 * @property {string} label
 * @property {string} type text, multi, lines, date or choice
 * @property {{ code: string, label: string }[]} choices
 * @property {string[]} heads how people head it
 */

/**
 * @typedef {object} Match
 * @property {number} head how many rows at the top say no values
 * @property {string[]} headings the words over each column; "" where none are
 * @property {(string | null)[]} columns the tag that each column becomes; null for one that is not taken
 */

const DEEPEST_HEAD = 8;
const LONGEST_HEADING = 160;
const NUMBERS = new Set(["tt", "stt", "sott", "sothutu", "so", "no", "thutu"]);

/**
 * What each column is: by the words over it, and where there are none by what stands in it and by its place.
 * @param {Grid} grid
 * @param {Field[]} fields in their order on the form
 * @returns {Match}
 */
export function match(grid, fields) {
  const found = headOf(grid, fields);
  if (!found) return { head: 0, headings: grid[0]?.map(() => "") ?? [], columns: byContent(grid, fields) };
  const columns = byPlace(grid.slice(found.head), found.headings, named(found.headings, fields), fields);
  return { head: found.head, headings: found.headings, columns };
}

/**
 * What each column is when it is known how many rows are headings.
 * @param {Grid} grid
 * @param {Field[]} fields
 * @param {number} head
 * @returns {Match}
 */
export function matchBelow(grid, fields, head) {
  const headings = headingsOf(grid, Math.max(0, head - 1), head);
  const data = grid.slice(head);
  return { head, headings, columns: head > 0 ? byPlace(data, headings, named(headings, fields), fields) : byContent(data, fields) };
}

/**
 * The table with its headings on top: turned when they stand at the left.
 * @param {Grid} grid
 * @param {Field[]} fields
 * @returns {Grid}
 */
export function upright(grid, fields) {
  const atLeft = grid.map((row) => row[0].text.replace(/:\s*$/, ""));
  const named = scored(atLeft, fields).length;
  if ((grid[0]?.length ?? 0) < 2 || named < 2 || 2 * named < grid.length || named <= (headOf(grid, fields)?.count ?? 0)) return grid;
  return grid[0].map((_, column) => grid.map((row) => row[column]));
}

/** The rows of headings: those whose words name the most fields. @param {Grid} grid @param {Field[]} fields */
function headOf(grid, fields) {
  let best = { sum: 0, count: 0, head: 0, headings: /** @type {string[]} */ ([]) };
  for (let first = 0; first < Math.min(DEEPEST_HEAD, grid.length); first++) {
    for (const end of [first + 1, first + 2]) {
      if (end > grid.length || (end === first + 2 && !reachesInto(grid[first], grid[end - 1]))) continue;
      const headings = headingsOf(grid, first, end);
      if (headings.some((text) => text.length > LONGEST_HEADING)) continue;
      const scores = scored(headings, fields);
      const sum = scores.reduce((total, { score }) => total + score, 0);
      if (sum > best.sum + 0.001) best = { sum, count: scores.length, head: end, headings };
    }
  }
  const wanted = Math.min(2, grid[0]?.length ?? 0, fields.length);
  return best.count >= wanted && (best.count > 1 || best.sum >= 0.8) ? best : null;
}

/** True when merged cells hold two rows together. @param {Cell[]} upper @param {Cell[]} lower */
const reachesInto = (upper, lower) => lower.some(({ copied, text }) => copied === "down" && text) || upper.some(({ copied, text }) => copied === "across" && text);

/** @param {Grid} grid @param {number} first @param {number} end */
function headingsOf(grid, first, end) {
  return (grid[0] ?? []).map((_, column) => [...new Set(grid.slice(first, end).map((row) => row[column].text.replaceAll("\n", " ")).filter(Boolean))].join(" "));
}

/** Which column is best for which field, each once. @param {string[]} headings @param {Field[]} fields */
function scored(headings, fields) {
  const pairs = headings.flatMap((heading, column) => isNumbering(heading) ? [] : fields.map(({ tag, heads }) => ({ column, tag, score: likeness(heading, heads) })));
  const kept = /** @type {typeof pairs} */ ([]);
  for (const pair of pairs.filter(({ score }) => score >= ALIKE).sort((one, other) => other.score - one.score)) {
    if (!kept.some(({ column, tag }) => column === pair.column || tag === pair.tag)) kept.push(pair);
  }
  return kept;
}

/** @param {string[]} headings @param {Field[]} fields @returns {(string | null)[]} */
function named(headings, fields) {
  const best = scored(headings, fields);
  return headings.map((_, column) => best.find((pair) => pair.column === column)?.tag ?? null);
}

/** @param {string} heading the words over the column of row numbers */
const isNumbering = (heading) => NUMBERS.has(letters(heading.replaceAll("#", "so")));

/**
 * A column in other words than expected keeps its place, as long as the columns that are known stand in theirs.
 * @param {Grid} data
 * @param {string[]} headings
 * @param {(string | null)[]} columns
 * @param {Field[]} fields
 */
function byPlace(data, headings, columns, fields) {
  const texts = fields.filter(({ type }) => type !== "choice");
  const places = columns.map((_, column) => column).filter((column) => !isNumbering(headings[column]) && !countsUp(data, column));
  const inPlace = places.every((column, index) => columns[column] === null || columns[column] === texts[index]?.tag);
  if (!inPlace || places.every((column) => columns[column] === null) || 2 * places.filter((column) => columns[column] !== null).length < places.length) return columns;
  const last = columns.findLastIndex((tag) => tag !== null);
  return columns.map((tag, column) => {
    const wanted = texts[places.indexOf(column)]?.tag;
    return tag ?? (column < last && places.includes(column) && wanted && !columns.includes(wanted) ? wanted : null);
  });
}

/** @param {Grid} data @param {Field[]} fields @returns {(string | null)[]} */
function byContent(data, fields) {
  /** @type {(string | null)[]} */
  const columns = (data[0] ?? []).map(() => null);
  const open = columns.map((_, column) => column).filter((column) => columns.length === 1 || !countsUp(data, column));
  for (const field of fields.filter(({ type }) => type === "choice" || type === "date")) {
    const column = open.find((each) => columns[each] === null && holds(data, each, field));
    if (column !== undefined) columns[column] = field.tag;
  }
  const rest = fields.filter(({ type }) => type !== "choice" && type !== "date").values();
  for (const column of open.filter((each) => columns[each] === null)) columns[column] = rest.next().value?.tag ?? null;
  return columns;
}

/** @param {Grid} data @param {number} column @param {Field} field true when most of its cells are such values */
function holds(data, column, field) {
  const texts = data.map((row) => row[column].text).filter(Boolean);
  return texts.length > 0 && 2 * texts.filter((text) => valueOf(field, text).problem === false).length > texts.length;
}

/** @param {Grid} data @param {number} column true for row numbers */
function countsUp(data, column) {
  const numbers = data.map((row) => row[column].text).filter(Boolean).map(numberIn);
  if (numbers.length === 1) return numbers[0] !== null && numbers[0] < 100;
  return numbers.length > 1 && numbers.every((number, index) => number !== null && (index === 0 || number === 1 || number === (numbers[index - 1] ?? 0) + 1));
}

/** @param {string} text @returns {number | null} the number of a row, in figures or Roman */
function numberIn(text) {
  const [, figures, roman] = /^\(?(?:(\d{1,4})|([IVX]{1,6}))[.)]?$/i.exec(text) ?? [];
  if (figures) return Number(figures);
  const values = [...(roman ?? "").toUpperCase()].map((letter) => ({ I: 1, V: 5, X: 10 }[letter] ?? 0));
  return roman ? values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0) : null;
}

/**
 * A cell as the value of a field.
 * @param {Field} field
 * @param {string} text
 * @returns {{ value: string, problem: boolean }} a problem when it says something that the field cannot hold
 */
export function valueOf(field, text) {
  if (text === "") return { value: "", problem: false };
  if (field.type === "date") return isoOf(text) ? { value: isoOf(text) ?? "", problem: false } : { value: text, problem: true };
  if (field.type !== "choice") return { value: text, problem: false };
  const code = field.choices.find((choice) => choice.code === text.trim())?.code
    ?? field.choices.map((choice) => ({ code: choice.code, score: likeness(text, [choice.label]) })).filter(({ score }) => score >= ALIKE).sort((one, other) => other.score - one.score)[0]?.code;
  return code ? { value: code, problem: false } : { value: "", problem: true };
}

/**
 * @typedef {object} PastedRow
 * @property {Record<string, string>} values by tag, in normal form for the wire
 * @property {{ label: string, text: string, kind: string }[]} unread cells that their field cannot hold
 * @property {boolean} title true for a line that only heads the rows below it
 */

/**
 * The rows below the headings, as the columns say.
 * @param {Grid} grid
 * @param {Match} match
 * @param {Field[]} fields
 * @returns {PastedRow[]}
 */
export function rowsIn(grid, { head, headings, columns }, fields) {
  return grid.slice(head).filter((row) => !isColumnNumbers(row) && !repeats(row, headings)).map((row) => rowOf(row, columns, fields));
}

/** @param {Cell[]} row @param {(string | null)[]} columns @param {Field[]} fields @returns {PastedRow} */
function rowOf(row, columns, fields) {
  const taken = fields.filter(({ tag }) => columns.includes(tag));
  const read = taken.map((field) => ({ field, text: textAt(row, columns.indexOf(field.tag)) })).map(({ field, text }) => ({ field, text, ...valueOf(field, text) }));
  return {
    values: Object.fromEntries(read.map(({ field, value }) => [field.tag, value])),
    unread: read.filter(({ problem }) => problem).map(({ field, text }) => ({ label: field.label, text, kind: field.type })),
    title: isTitle(row),
  };
}

/** @param {Cell[]} row @param {number} column what a cell that is merged across says, it says once */
const textAt = (row, column) => (row[column].copied === "across" ? "" : row[column].text);

/** @param {Cell[]} row one text and nothing else in a table of several columns */
function isTitle(row) {
  const own = row.filter(({ text, copied }) => text && copied !== "across" && !/^\(?(?:\d{1,3}|[IVX]{1,5}|[A-Z])[.)]?$/.test(text));
  return row.length > 2 && own.length <= 1 && row.filter(({ text }) => text).length > 0 && (row.some(({ copied }) => copied === "across") || /^(?:tổng|cộng|[IVX]+\.|[A-Z]\.)/iu.test(own[0]?.text ?? "I."));
}

/** @param {Cell[]} row (1) (2) (3) under the headings */
function isColumnNumbers(row) {
  const numbers = row.map(({ text }) => /^\(?(\d{1,2})\)?$/.exec(text)?.[1]).filter((number) => number !== undefined);
  return row.length > 1 && numbers.length === row.filter(({ text }) => text).length && numbers.length > 1 && numbers.every((number, index) => Number(number) === index + Number(numbers[0]));
}

/** A head that is printed again on each page. @param {Cell[]} row @param {string[]} headings */
const repeats = (row, headings) => headings.some(Boolean) && row.every(({ text }, column) => letters(text) === letters(headings[column]));
