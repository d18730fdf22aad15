// @ts-check
import { oneLine } from "./normal.js";

/**
 * @typedef {object} Rule
 * @property {string} id
 * @property {string} kind
 * @property {string} path
 * @property {"error" | "warning"} severity
 * @property {"error" | "warning" | null} [severityIfVoluntary]
 * @property {string} clause
 * @property {string} message
 * @property {string[]} [paths]
 * @property {number | null} [min]
 * @property {number | null} [max]
 */

/**
 * @typedef {object} Context
 * @property {number} campaignYear
 * @property {string} today ISO
 * @property {boolean} required
 * @property {number} minRows
 * @property {number | null} [maxRows]
 */

/** @typedef {Record<string, any>} Fields texts by tag, and arrays of such records for rows */
/** @typedef {import("./problems.js").Finding} Finding */
/** @typedef {{ path: string, value: string, number: number }} Place */

/**
 * The broken rules, in the order of the rules and then of the rows: says the same as the service for the same values.
 * @param {Rule[]} rules
 * @param {Fields} fields in normal form
 * @param {Context} context
 * @returns {Finding[]}
 */
export function check(rules, fields, context) {
  return rules.flatMap((rule) => judge(rule, fields, context).map((place) => tell(rule, place, context)));
}

/**
 * @param {Rule} rule
 * @param {Fields} fields
 * @param {Context} context
 * @returns {Place[]} where it is broken
 */
function judge(rule, fields, context) {
  const [min, max] = bounds(rule, context);
  const whole = { path: rule.path, value: "", number: 0 };
  switch (rule.kind) {
    case "minRows": return rowsOf(fields, rule.path).length < min ? [whole] : [];
    case "maxRows": return max !== null && rowsOf(fields, rule.path).length > max ? [whole] : [];
    case "requiredAny": return (rule.paths ?? []).every((tag) => text(fields, tag) === "") ? [whole] : [];
    default: return places(rule.path, fields).filter(({ value }) => isBroken(rule, value, fields, context));
  }
}

/**
 * @param {Rule} rule
 * @param {string} value
 * @param {Fields} fields
 * @param {Context} context
 */
function isBroken(rule, value, fields, context) {
  switch (rule.kind) {
    case "required": return value === "";
    case "yearEquals": return isDay(value) && Number(value.slice(0, 4)) !== context.campaignYear;
    case "ageBetween": return isDay(value) && isOutside(age(value, context.today), rule);
    case "sameAs": return differs(value, text(fields, rule.paths?.[0] ?? ""));
    case "maxLength": return rule.max != null && [...GRAPHEMES.segment(value)].length > rule.max;
    default: throw new Error(`Rule ${rule.id} uses the unknown word ${rule.kind}.`);
  }
}

/** @param {string} one @param {string} other */
const differs = (one, other) => one !== "" && other !== "" && oneLine(one) !== oneLine(other);

const GRAPHEMES = new Intl.Segmenter("vi", { granularity: "grapheme" });

/** @param {string} value */
function isDay(value) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** @param {number} years @param {Rule} rule */
const isOutside = (years, rule) => years < (rule.min ?? -Infinity) || years > (rule.max ?? Infinity);

/** @param {string} born @param {string} today both ISO, so that month and day compare as texts */
function age(born, today) {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(5) < born.slice(5) ? years - 1 : years;
}

/** @param {Rule} rule @param {Context} context @returns {[min: number, max: number | null]} */
function bounds(rule, context) {
  if (rule.kind === "minRows") return [Math.max(context.minRows, rule.min ?? 0), rule.max ?? null];
  if (rule.kind === "maxRows") return [rule.min ?? 0, context.maxRows ?? rule.max ?? null];
  return [rule.min ?? 0, rule.max ?? null];
}

/** @param {string} path @param {Fields} fields @returns {Place[]} */
function places(path, fields) {
  const [rows, column] = path.split("[].");
  if (column === undefined) return [{ path, value: text(fields, path), number: 0 }];
  return rowsOf(fields, rows).map((row, index) => ({ path: `${rows}[${index}].${column}`, value: text(row, column), number: index + 1 }));
}

/** @param {Fields} fields @param {string} tag */
const text = (fields, tag) => String(fields[tag] ?? "");

/** @param {Fields} fields @param {string} tag @returns {Fields[]} */
const rowsOf = (fields, tag) => fields[tag] ?? [];

/** @param {Rule} rule @param {Place} place @param {Context} context @returns {Finding} */
function tell(rule, place, context) {
  const [min, max] = bounds(rule, context);
  const words = { n: place.number, min, max: max ?? 0, year: context.campaignYear };
  return {
    rule: rule.id,
    severity: context.required ? rule.severity : rule.severityIfVoluntary ?? rule.severity,
    path: place.path,
    clause: rule.clause,
    message: rule.message.replace(/\{(n|min|max|year)\}/g, (_, name) => String(words[/** @type {keyof typeof words} */ (name)])),
  };
}
