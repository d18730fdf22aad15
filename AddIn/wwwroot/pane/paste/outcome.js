// @ts-check
import { normal, wire } from "../../lib/normal.js";
import { check } from "../../lib/rules.js";
import { collect } from "../fields/values.js";

/** @typedef {import("../editor.js").Desk} Desk */
/** @typedef {import("../../lib/rules.js").Fields} Fields */
/** @typedef {import("../../lib/problems.js").Finding} Finding */
/** @typedef {import("./matching.js").Field} Field */

/** @param {Fields} row @returns {boolean} true for a row that says nothing and was never filed */
const isEmpty = (row) => Object.entries(row).every(([tag, value]) => tag !== "rowId" && String(value) === "");

/**
 * The rows of a list that say something.
 * @param {Desk} desk
 * @param {string} tag of the list
 * @returns {Fields[]}
 */
export const standing = (desk, tag) => collect(desk.form)[tag].filter((/** @type {Fields} */ row) => !isEmpty(row));

/**
 * What a list would say, and what the rules would say to that.
 * @param {Desk} desk
 * @param {string} tag
 * @param {Record<string, string>[]} rows that come in
 * @param {Field[]} fields
 * @param {boolean} replace true when they come in place of those that are there
 * @returns {{ next: Fields[], first: number, findings: Finding[] }} `first` is the place of the first row that came in
 */
export function outcome(desk, tag, rows, fields, replace) {
  const before = replace ? [] : standing(desk, tag);
  const next = [...before, ...rows.map((row) => Object.fromEntries(fields.map(({ tag: column, type }) => [column, wire(type, normal(type, row[column] ?? ""))])))];
  const findings = check(desk.data.rules, { ...collect(desk.form), [tag]: next }, desk.data.context).filter(({ path }) => path === tag || path.startsWith(`${tag}[`));
  return { next, first: before.length, findings };
}
