// @ts-check
import { fold } from "../../lib/words.js";

/** How surely a wording that may mean another field as well means this one. */
const WEAK = 0.65;
/** Below this two headings have nothing to do with each other. */
export const ALIKE = 0.6;

/**
 * How much a heading is like one of a field's wordings, whatever its marks, case, spaces and slips.
 * @param {string} heading
 * @param {string[]} wordings those that begin with a tilde are weaker
 * @returns {number} 0 to 1
 */
export function likeness(heading, wordings) {
  // What stands in brackets says how to write there.
  const said = [letters(heading), letters(heading.replace(/\([^)]*\)/g, ""))].filter(Boolean);
  return Math.max(0, ...wordings.flatMap((wording) => said.map((one) => compared(one, letters(wording)) * (wording.startsWith("~") ? WEAK : 1))));
}

/** Only the plain letters and digits. @param {string} text */
export const letters = (text) => fold(text).replace(/^(?:[ivx]+\s*\.|\d+\s*[.)])\s*/, "").replace(/[^\p{L}\p{N}]/gu, "");

/** @param {string} one @param {string} other */
function compared(one, other) {
  if (one === other) return one ? 1 : 0;
  if (!one || !other) return 0;
  const [long, short] = one.length > other.length ? [one, other] : [other, one];
  if (short.length >= 5 && long.includes(short)) return 0.6 + 0.35 * (short.length / long.length);
  const alike = 1 - distance(one, other) / long.length;
  return alike >= 0.75 ? alike * 0.97 : 0;
}

/** How many letters differ (Levenshtein). @param {string} one @param {string} other */
function distance(one, other) {
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const now = [i];
    for (let j = 1; j <= other.length; j++) {
      now[j] = Math.min(before[j] + 1, now[j - 1] + 1, before[j - 1] + Number(one[i - 1] !== other[j - 1]));
    }
    before = now;
  }
  return before[other.length];
}
