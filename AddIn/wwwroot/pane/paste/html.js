// @ts-check
// Tables as Excel, Word, Google Sheets, LibreOffice and web pages put them on the clipboard.

/** @typedef {import("./grid.js").Cell} Cell */

const WIDEST = 60;
const BLOCKS = new Set(["P", "DIV", "LI", "UL", "OL", "H1", "H2", "H3", "H4", "TR", "TABLE", "BLOCKQUOTE"]);
const SILENT = new Set(["STYLE", "SCRIPT", "DEL", "TEMPLATE", "HEAD", "TITLE"]);
const HIDDEN = /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all)/i;

/**
 * @param {string} html
 * @returns {Cell[][]} of the table with the most cells; empty when there is none
 */
export function gridOfHtml(html) {
  const page = new DOMParser().parseFromString(inert(html), "text/html");
  const grids = [...page.querySelectorAll("table")].map(expanded);
  return grids.reduce((best, grid) => (sizeOf(grid) > sizeOf(best) ? grid : best), []);
}

/** @param {Cell[][]} grid */
const sizeOf = (grid) => grid.reduce((sum, row) => sum + row.filter(({ text, copied }) => text && !copied).length, 0);

// The page's content policy judges the styles even of a document that is only read.
/** @param {string} html */
function inert(html) {
  return html.replace(/<style\b[\s\S]*?<\/style>/gi, "").replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style="));
}

/** @param {HTMLTableElement} table @returns {Cell[][]} */
function expanded(table) {
  const rows = [...table.rows].filter((row) => !isHidden(row));
  /** @type {Cell[][]} */
  const grid = rows.map(() => []);
  rows.forEach((row, top) => {
    let left = 0;
    for (const cell of row.cells) {
      if (isHidden(cell)) continue;
      while (grid[top][left]) left++;
      const [height, width] = [Math.min(cell.rowSpan || rows.length, rows.length - top), Math.min(cell.colSpan, WIDEST)];
      const text = textOf(cell);
      for (let down = 0; down < height; down++) {
        for (let across = 0; across < width; across++) grid[top + down][left + across] = { text, copied: across ? "across" : down ? "down" : "" };
      }
      left += width;
    }
  });
  return grid.map((row) => Array.from(row, (cell) => cell ?? { text: "", copied: "" }));
}

/** @param {Element} element */
const isHidden = (element) => HIDDEN.test(element.getAttribute("data-style") ?? "") || element.hasAttribute("hidden");

/** @param {Element} cell */
function textOf(cell) {
  return written(cell).replace(/[^\S\n]+/g, " ").split("\n").map((line) => line.trim()).filter(Boolean).join("\n").normalize("NFC");
}

/** @param {Node} node @returns {string} with line feeds only where the eye sees them */
function written(node) {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? "").replace(/\s+/g, " ");
  if (!(node instanceof Element) || SILENT.has(node.tagName) || isHidden(node)) return "";
  if (node.tagName === "BR") return "\n";
  const inside = [...node.childNodes].map(written).join("");
  return BLOCKS.has(node.tagName) ? `\n${inside}\n` : inside;
}
