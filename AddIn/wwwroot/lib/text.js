// @ts-check
// Sentences are written in Vietnamese where they stand; an English page reads what they are in English from the same file as the service.

import { RELEASE } from "./release.js";

const ENGLISH = RELEASE ? `/r/${RELEASE}/texts/en.json` : "/_content/HocTap.Office.AddIn/texts/en.json";

/** @type {Record<string, string>} */
const english = language() === "en" ? await texts() : {};

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

/**
 * The same with names among the values marked as Vietnamese, so that they are read aloud as such in an English sentence.
 * @param {string} vietnamese
 * @param {...string} names
 * @returns {DocumentFragment}
 */
export function withNames(vietnamese, ...names) {
  const said = document.createDocumentFragment();
  // The capture makes every second part the number of a name.
  t(vietnamese, ...names.map((_, index) => `{${index}}`)).split(/\{(\d)\}/).forEach((part, index) => {
    said.append(index % 2 === 0 ? part : Object.assign(document.createElement("span"), { lang: "vi", textContent: names[Number(part)] }));
  });
  return said;
}

/** Without its texts the page still works, in Vietnamese. */
async function texts() {
  try {
    const response = await fetch(ENGLISH);
    return response.ok ? await response.json() : {};
  } catch (error) {
    if (error instanceof TypeError) return {};
    throw error;
  }
}
