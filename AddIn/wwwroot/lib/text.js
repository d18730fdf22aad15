// @ts-check
// Sentences are written in Vietnamese where they stand; an English page reads what they are in English from the same file as the service.

const ENGLISH = new URL("../texts/en.json", import.meta.url);

/** @type {Record<string, string>} */
const english = language() === "en" ? await (await fetch(ENGLISH)).json() : {};

/** @returns {"vi" | "en"} the language of this page */
export function language() {
  return document.documentElement.lang === "en" ? "en" : "vi";
}

/**
 * A sentence in the language of this page.
 * @param {string} vietnamese with `{0}`, `{1}`, … for the values
 * @param {...(string | number)} values
 * @returns {string}
 */
export function t(vietnamese, ...values) {
  const said = english[vietnamese] ?? vietnamese;
  return said.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)]));
}
