// @ts-check
// The bounds a rule is judged by, and how messages say them: the same words as the service's.

/** @typedef {import("./rules.js").Rule} Rule */
/** @typedef {[min: number, max: number | null]} Bounds */

/** @param {Rule} rule */
export const countsRows = (rule) => rule.kind === "minRows" || rule.kind === "maxRows";

/**
 * The rule's own bounds, and the duty's where rows are counted.
 * @param {Rule} rule
 * @param {import("./rules.js").Context} context
 * @returns {Bounds}
 */
export function bounds(rule, context) {
  const [min, max] = [rule.min ?? 0, rule.max ?? null];
  return countsRows(rule) ? [Math.max(context.minRows, min), context.maxRows ?? max] : [min, max];
}

/**
 * The message with the bounds and what was counted in it.
 * @param {string} message
 * @param {Bounds} bounds
 * @param {number} count
 */
export function putBounds(message, [min, max], count) {
  /** @type {Record<string, string>} */
  const words = {
    min: said(min),
    max: said(max ?? 0),
    range: range(min, max),
    count: said(count),
    missing: said(Math.max(0, min - count)),
    excess: said(Math.max(0, count - (max ?? count))),
  };
  return message.replace(/\{(\w+)\}/g, (whole, name) => words[name] ?? whole);
}

/** @param {number} min @param {number | null} max */
function range(min, max) {
  if (max === null) return `ít nhất ${said(min)}`;
  if (min <= 0) return `không quá ${said(max)}`;
  return min === max ? `đúng ${said(max)}` : `từ ${said(min)} đến ${said(max)}`;
}

/** @param {number} value with points between thousands */
const said = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ".");
