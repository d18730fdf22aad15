// @ts-check

// The normal form of texts, the same as in documents: NFC, one kind of line end, nothing that XML cannot carry, no invisible marks.
const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
const DROPPED = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u200B\uFEFF\u00AD\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/g;

/**
 * One line: line ends and tabs become spaces, ends are trimmed.
 * @param {string} text
 */
export function oneLine(text) {
  return clean(text).replace(/[\n\t]/g, " ").trim();
}

/**
 * Several paragraphs: LF between them, line ends trimmed, at most one empty line in a row and none at the ends.
 * @param {string} text
 */
export function paragraphs(text) {
  /** @type {string[]} */
  const kept = [];
  for (const line of clean(text).split("\n").map((each) => each.trimEnd())) {
    if (line || kept.at(-1)) kept.push(line);
  }
  if (kept.at(-1) === "") kept.pop();
  return kept.join("\n");
}

/**
 * A list: LF between its texts, each one line, none of them empty.
 * @param {string} text
 */
export function lines(text) {
  return clean(text).split("\n").map(oneLine).filter(Boolean).join("\n");
}

/**
 * @param {string} type a field's type: text, multi, lines, date, choice
 * @param {unknown} value a text; for lines also an array of texts, as on the wire
 * @returns {string}
 */
export function normal(type, value) {
  if (Array.isArray(value)) return lines(value.map((each) => oneLine(String(each ?? ""))).join("\n"));
  const text = value === null || value === undefined ? "" : String(value);
  if (type === "lines") return lines(text);
  return type === "multi" ? paragraphs(text) : oneLine(text);
}

/**
 * A value as the wire has it: an array of texts for lines.
 * @param {string} type
 * @param {unknown} value
 * @returns {string | string[]}
 */
export function wire(type, value) {
  const text = normal(type, value);
  return type === "lines" ? text.split("\n").filter(Boolean) : text;
}

/** @param {string} text */
function clean(text) {
  return text.replace(LINE_ENDS, "\n").replace(DROPPED, "").toWellFormed().normalize("NFC");
}
