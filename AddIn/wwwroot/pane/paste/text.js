// @ts-check
// Tables as spreadsheets write them in plain text: tabs between cells, quotes around cells with line breaks in them.

/** @typedef {import("./grid.js").Cell} Cell */

/**
 * @param {string} text
 * @returns {Cell[][]}
 */
export function gridOfText(text) {
  const rest = text.replace(/\r\n?/g, "\n").replace(/\n+$/, "");
  /** @type {Cell[][]} */
  const rows = [[]];
  let at = 0;
  while (at <= rest.length) {
    const cell = quoted(rest, at) ?? plain(rest, at);
    rows[rows.length - 1].push({ text: tidy(cell.text), copied: "" });
    at = cell.end + 1;
    if (rest[cell.end] === "\n") rows.push([]);
  }
  return rest === "" ? [] : rows;
}

/** @param {string} text @param {number} at */
function plain(text, at) {
  const found = /[\t\n]/.exec(text.slice(at));
  const end = found ? at + found.index : text.length;
  return { text: text.slice(at, end), end };
}

/** A cell in quotes; nothing when the quotes are somebody's own. @param {string} text @param {number} at */
function quoted(text, at) {
  if (text[at] !== '"') return null;
  const found = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(text.slice(at));
  return found && { text: found[1].replaceAll('""', '"'), end: at + found[0].length };
}

/** @param {string} text */
const tidy = (text) => text.replace(/[^\S\n]+/g, " ").split("\n").map((line) => line.trim()).filter(Boolean).join("\n").normalize("NFC");
