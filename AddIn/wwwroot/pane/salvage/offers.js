// @ts-check
import { all } from "../../lib/dom.js";
import { shownDay } from "../../lib/dates.js";
import { normal, wire } from "../../lib/normal.js";
import { check } from "../../lib/rules.js";
import { fieldsOf, singlesOf } from "../paste/fields.js";
import { collect } from "../fields/values.js";

/** @typedef {import("../../lib/rules.js").Fields} Fields */
/** @typedef {import("../paste/matching.js").Field} Field */
/** @typedef {import("../../lib/problems.js").Finding} Finding */

/**
 * A value, or a row, that can be taken.
 * @typedef {object} Offer
 * @property {string} tag of the field, or of the list
 * @property {string} label
 * @property {string} now what the form says there; "" for nothing
 * @property {{ label: string, text: string }[]} read one for a value, one for each filled column of a row
 * @property {import("./salvage.js").Confidence} sure of a row the least sure of its values
 * @property {Finding[]} findings what the rules would say to it
 * @property {boolean} ticked true when it is offered as taken
 * @property {(fields: Fields) => Fields} take
 */

const STEPS = ["missing", "low", "medium", "high"];

/**
 * What the document says that the form does not, in the form's order.
 * @param {import("../editor.js").Desk} desk
 * @param {import("./salvage.js").Salvaged} found
 * @returns {Offer[]}
 */
export function offersOf(desk, found) {
  const now = collect(desk.form);
  const singles = singlesOf(desk.form, desk.data.heads).flatMap((field) => single(desk, found, field, now));
  const rows = all(desk.form, "[data-rows]").flatMap((list) => rowsOf(desk, found, list, now));
  return [...singles, ...rows];
}

/** @param {import("../editor.js").Desk} desk @param {import("./salvage.js").Salvaged} found @param {Field} field @param {Fields} now @returns {Offer[]} */
function single(desk, found, field, now) {
  const { tag, type, label } = field;
  const value = normal(type, found.fields[tag]);
  const here = normal(type, now[tag]);
  if (value === "" || value === here) return [];
  const sure = found.confidence[tag] ?? UNKNOWN;
  const take = (/** @type {Fields} */ fields) => ({ ...fields, [tag]: wire(type, value) });
  const findings = newFindings(desk, now, take(now), (path) => path === tag);
  // What is there already may be somebody's own words.
  const ticked = isSure(sure) && here === "" && findings.length === 0;
  return [{ tag, label, now: shown(field, here), read: [{ label: "", text: shown(field, value) }], sure, findings, ticked, take }];
}

/** @param {import("../editor.js").Desk} desk @param {import("./salvage.js").Salvaged} found @param {HTMLElement} list @param {Fields} now @returns {Offer[]} */
function rowsOf(desk, found, list, now) {
  const tag = list.dataset.rows ?? "";
  const fields = fieldsOf(list, desk.data.heads);
  const words = (/** @type {Fields} */ row) => JSON.stringify(fields.map(({ tag: column, type }) => normal(type, row[column])));
  const known = new Set(now[tag].map(words));
  return (found.fields[tag] ?? []).flatMap((/** @type {Fields} */ row, /** @type {number} */ index) => {
    const filled = fields.filter((field) => normal(field.type, row[field.tag]) !== "");
    if (filled.length === 0 || known.has(words(row))) return [];
    const sure = leastSure(filled.map((field) => found.confidence[`${tag}[${index}].${field.tag}`] ?? UNKNOWN));
    const fresh = Object.fromEntries(fields.map((field) => [field.tag, wire(field.type, normal(field.type, row[field.tag]))]));
    const take = (/** @type {Fields} */ before) => ({ ...before, [tag]: [...before[tag].filter(saysSomething), fresh] });
    return [{
      tag, label: `${list.dataset.rowLabel} ${index + 1}`, now: "", sure, take, ticked: isSure(sure),
      read: filled.map((field) => ({ label: field.label, text: shown(field, normal(field.type, row[field.tag])) })),
      findings: newFindings(desk, now, take(now), (path) => path === tag),
    }];
  });
}

/** @type {import("./salvage.js").Confidence} a value that nobody vouched for */
const UNKNOWN = { level: "low", score: 0, reason: "", found: "", alternatives: [] };

/** @param {import("./salvage.js").Confidence} sure */
const isSure = ({ level }) => level === "high" || level === "medium";

/** @param {import("./salvage.js").Confidence[]} several */
const leastSure = (several) => several.reduce((least, one) => (STEPS.indexOf(one.level) < STEPS.indexOf(least.level) ? one : least));

/** @param {Fields} row */
const saysSomething = (row) => Object.values(row).some((value) => String(value) !== "");

/** @param {import("../editor.js").Desk} desk @param {Fields} before @param {Fields} after @param {(path: string) => boolean} here @returns {Finding[]} */
function newFindings({ data }, before, after, here) {
  const known = new Set(check(data.rules, before, data.context).map(({ rule, path }) => `${rule} ${path}`));
  return check(data.rules, after, data.context).filter(({ rule, path }) => here(path) && !known.has(`${rule} ${path}`));
}

/** @param {Field} field @param {string} value */
function shown({ type, choices }, value) {
  if (type === "date") return shownDay(value);
  return choices.find(({ code }) => code === value)?.label ?? value;
}
