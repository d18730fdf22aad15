// @ts-check

/** @typedef {import("../lib/problems.js").Finding} Finding */

/**
 * A finding with the clause it comes from; our own conventions come from none.
 * @param {Finding} finding
 */
export function sentence({ message, clause }) {
  if (/^\d/.test(clause)) return `${message} (Hướng dẫn, mục ${clause})`;
  return /^Mẫu/.test(clause) ? `${message} (${clause})` : message;
}
