// @ts-check

/** @typedef {"same" | "take" | "write" | "ask"} Verdict */

/**
 * Who changed a place since both sides agreed.
 * @param {string} document
 * @param {string} pane
 * @param {string | undefined} base what both said last; nothing when they never agreed
 * @returns {Verdict} `take` what the document says, `write` what the pane says, `ask` when both differ from what was
 */
export function verdict(document, pane, base) {
  if (document === pane) return "same";
  if (base === undefined) return "ask";
  if (pane === base) return "take";
  return document === base ? "write" : "ask";
}

/**
 * Which row of before each row of now is: first those that say the same, at their place or elsewhere, then what lies between the same neighbours.
 * @param {string[][]} before
 * @param {string[][]} now
 * @returns {number[]} indices of `before`; -1 for a new row
 */
export function matchRows(before, now) {
  const said = (/** @type {string[]} */ row) => JSON.stringify(row);
  const left = new Set(before.keys());
  const found = now.map(() => -1);
  const claim = (/** @type {number} */ place, /** @type {number} */ row) => {
    found[place] = row;
    left.delete(row);
  };
  now.forEach((row, place) => { if (before[place] && said(before[place]) === said(row)) claim(place, place); });
  now.forEach((row, place) => {
    const same = found[place] < 0 ? [...left].find((index) => said(before[index]) === said(row)) : undefined;
    if (same !== undefined) claim(place, same);
  });
  now.forEach((row, place) => {
    if (found[place] >= 0) return;
    const alike = [...left].find((index) => before[index].some((cell, column) => cell !== "" && cell === row[column]));
    if (alike !== undefined) claim(place, alike);
  });
  // An edited row stands where it stood. A row with nothing in it is none that was edited while others are left over.
  now.forEach((row, place) => {
    const next = found[place] < 0 ? (found[place - 1] ?? -1) + 1 : -1;
    if (next >= 0 && left.has(next) && (now.length <= before.length || row.some(Boolean))) claim(place, next);
  });
  return found;
}

/**
 * The steps that give a list the right rows; their order is a matter of what is written into them.
 * @template K
 * @param {K[]} have
 * @param {K[]} want
 * @returns {import("../../office/rows.js").RowStep[]}
 */
export function stepsBetween(have, want) {
  const removed = have.flatMap((key, index) => want.includes(key) ? [] : [{ remove: index }]).reverse();
  const added = want.flatMap((key, index) => have.includes(key) ? [] : [{ insert: index }]);
  return [...removed, ...added];
}
