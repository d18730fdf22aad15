// @ts-check
// Values as the paper shows them, and back: the same as the service's filler and reader, held to them by tests.
import { isoOf } from "../../lib/dates.js";
import { lines, normal } from "../../lib/normal.js";

/** @typedef {{ tag: string, type: string, placeholder?: string, longDate?: boolean }} Printed a field that is printed */
/** @typedef {[string, string]} Marks the ends of the lines of a list, and of its last one */

const ENDS = /[,;.]$/;
const OF_WORD = [
  "Click or tap here to enter text.", "Click here to enter text.", "Bấm hoặc gõ nhẹ vào đây để nhập văn bản.", "Bấm vào đây để nhập văn bản.",
  "Click or tap to enter a date.", "Bấm hoặc gõ nhẹ để nhập ngày.",
];
const BLANK_DAY = /^(?:(?:NGÀY)? ?[.…_ ]* ?(?:THÁNG) ?[.…_ ]* ?(?:NĂM) ?[0-9.…_ ]*|[.…_/\- ]*)$/u;
const DOTS = /^[.…]{2,}(?:-[.…]{2,})?$/u;
const LEADERS = /^[.…_ ]+|[.…_ ]+$/gu;

/**
 * The text that the filler prints for a value.
 * @param {Printed} field
 * @param {string} value in normal form
 * @param {Marks} marks
 */
export function printedOf(field, value, marks) {
  if (value === "") return "";
  if (field.type === "lines") return value.split("\n").map((line, index, all) => marked(line, marks[index === all.length - 1 ? 1 : 0])).join("\n");
  const [, year, month, day] = (field.type === "date" && /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)) || [];
  if (!year) return value;
  // A month from 3 on takes no zero: no digit can be put in front of it afterwards.
  const shown = Number(month) < 3 ? month : String(Number(month));
  return field.longDate ? `ngày ${day} tháng ${shown} năm ${year}` : `${day}/${shown}/${year}`;
}

/**
 * The value that a control's text tells; "" while it shows its blank. A day that is none stays as it was written.
 * @param {Printed} field
 * @param {string} text as Word gives it, a carriage return between paragraphs
 * @param {string} written the value that is known to be there, which tells whether a mark was typed
 */
export function valueOf(field, text, written) {
  const said = normal(field.type, text);
  if (isBlank(field, said)) return "";
  if (field.type === "lines") return lines(said.split("\n").map((line, index) => unmarked(line, written.split("\n"), index)).join("\n"));
  if (field.type === "date") return isoOf(said.replace(/\.$/, "").replace(/tháng (\d{1,2}),/iu, "tháng $1")) ?? said;
  return field.type === "text" && field.placeholder && words(said) !== words(written) ? withoutLeaders(said) : said;
}

/** @param {Printed} field @param {string} text */
function isBlank({ type, placeholder = "" }, text) {
  const said = words(text);
  return said === "" || said === words(placeholder) || OF_WORD.includes(said)
    || (type === "date" && BLANK_DAY.test(said.toUpperCase()))
    || (placeholder !== "" && DOTS.test(said));
}

/** @param {string} text */
const words = (text) => normal("text", text).split(/[ \u00A0]+/).filter(Boolean).join(" ");

/** @param {string} line @param {string} mark whoever typed a dash or a full stop gets no second one */
const marked = (line, mark) => (line.startsWith("-") ? "" : "- ") + line + (ENDS.test(line) ? "" : mark);

/** @param {string} given @param {string[]} written @param {number} index */
function unmarked(given, written, index) {
  const line = given.trim();
  const known = written.filter(Boolean);
  const same = [...(index < known.length ? [known[index]] : []), ...known].find((value) => [",", ";", "."].some((mark) => marked(value, mark) === line));
  if (same !== undefined) return same;
  const bare = line.replace(/^[-–• \u00A0]+/u, "");
  return ENDS.test(bare) ? bare.slice(0, -1).trimEnd() : bare;
}

/** @param {string} text a text without the dots of the blank that somebody wrote into; three dots at the end of words are their own */
function withoutLeaders(text) {
  return text.trim().replace(LEADERS, (dots) => [...dots].reduce((sum, sign) => sum + ({ ".": 1, _: 1, "…": 3 }[sign] ?? 0), 0) >= 5 ? "" : dots);
}
