// @ts-check
import { language } from "../../lib/text.js";

/** @typedef {import("../../lib/problems.js").Finding} Finding */

/**
 * A finding with the clause it comes from; our own conventions come from none.
 * @param {Finding} finding
 */
function sentence({ message, clause }) {
  if (/^\d/.test(clause)) return `${message} (Hướng dẫn, mục ${clause})`;
  return /^Mẫu/.test(clause) ? `${message} (${clause})` : message;
}

/**
 * Says a finding in an element. Rules are told in the words of their form, which stay Vietnamese.
 * @param {HTMLElement} place
 * @param {Finding} finding
 */
export function tell(place, finding) {
  place.lang = finding.ours ? language() : "vi";
  place.textContent = sentence(finding);
}
