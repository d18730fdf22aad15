// @ts-check
import { oneLine } from "./normal.js";
import { bounds, countsRows, putBounds } from "./rule-bounds.js";

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
 * @property {string[]} [starts]
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

/** @typedef {Record<string, any>} Fields texts by tag, arrays of texts for lists, and arrays of such records for rows */
/** @typedef {import("./problems.js").Finding} Finding */
/** @typedef {{ path: string, value: string, number: number, count: number }} Place what a rule looks at, and what its kind counts there */

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

/** The kinds of rules that ask for something to be there. */
const ASKING = new Set(["required", "requiredAny", "minRows"]);

/**
 * How many places must be filled before filing, and how many are.
 * @param {Rule[]} rules
 * @param {Fields} fields in normal form
 * @param {Context} context
 * @returns {{ done: number, total: number }}
 */
export function progress(rules, fields, context) {
  const asked = rules.filter((rule) => ASKING.has(rule.kind) && severityOf(rule, context) === "error" && (!countsRows(rule) || bounds(rule, context)[0] > 0))
    .flatMap((rule) => places(rule, fields).map((place) => isBroken(rule, place, fields, context)));
  return { done: asked.filter((broken) => !broken).length, total: asked.length };
}

/** @param {Rule} rule @param {Context} context */
const severityOf = (rule, context) => (context.required ? rule.severity : rule.severityIfVoluntary ?? rule.severity);

/** @param {Rule} rule @param {Fields} fields @param {Context} context @returns {Place[]} where it is broken */
const judge = (rule, fields, context) => places(rule, fields).filter((place) => isBroken(rule, place, fields, context));

/**
 * @param {Rule} rule
 * @param {Place} place
 * @param {Fields} fields
 * @param {Context} context
 */
function isBroken(rule, { value, count }, fields, context) {
  const [min, max] = bounds(rule, context);
  const first = text(fields, rule.paths?.[0] ?? "");
  switch (rule.kind) {
    case "required": return value === "";
    case "requiredAny": return (rule.paths ?? []).every((tag) => text(fields, tag) === "");
    case "requiredWhen": return value === "" && (rule.starts ?? []).some((start) => first.toUpperCase().startsWith(start.toUpperCase()));
    case "minRows": return count < min;
    case "maxRows":
    case "maxLength": return max !== null && count > max;
    case "linesBetween": return count < min || (max !== null && count > max);
    case "yearEquals": return isDay(value) && Number(value.slice(0, 4)) !== context.campaignYear;
    case "ageBetween": return isDay(value) && isOutside(age(value, context.today), rule);
    case "sameAs": return differs(value, first);
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

/** @param {Rule} rule @param {Fields} fields @returns {Place[]} */
function places(rule, fields) {
  const { path } = rule;
  if (countsRows(rule)) return [{ path, value: "", number: 0, count: rowsOf(fields, path).length }];
  const [rows, column] = path.split("[].");
  if (column === undefined) return [{ path, value: text(fields, path), number: 0, count: countIn(rule, text(fields, path)) }];
  return rowsOf(fields, rows).map((row, index) => ({
    path: `${rows}[${index}].${column}`, value: text(row, column), number: index + 1, count: countIn(rule, text(row, column)),
  }));
}

/** @param {Rule} rule @param {string} value */
function countIn(rule, value) {
  if (rule.kind === "maxLength") return [...GRAPHEMES.segment(value)].length;
  return rule.kind === "linesBetween" ? value.split("\n").filter(Boolean).length : 0;
}

/** @param {Fields} fields @param {string} tag */
const text = (fields, tag) => (Array.isArray(fields[tag]) ? fields[tag].join("\n") : String(fields[tag] ?? ""));

/** @param {Fields} fields @param {string} tag @returns {Fields[]} */
const rowsOf = (fields, tag) => fields[tag] ?? [];

/** @param {Rule} rule @param {Place} place @param {Context} context @returns {Finding} */
function tell(rule, { path, number, count }, context) {
  return {
    rule: rule.id,
    severity: severityOf(rule, context),
    path,
    clause: rule.clause,
    message: putBounds(rule.message, bounds(rule, context), count).replaceAll("{n}", String(number)).replaceAll("{year}", String(context.campaignYear)),
  };
}
