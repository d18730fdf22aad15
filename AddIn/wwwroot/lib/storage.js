// @ts-check
import { partitionKey } from "../office/runtime.js";

// Where a browser forbids local storage (private windows, blocked partitions) the page still works; it only forgets when it closes.
/** @type {Map<string, string>} */
const memory = new Map();

const nameOf = (/** @type {string} */ key) => `${partitionKey()}hoctap:${key}`;

/**
 * @param {string} key
 * @returns {any} the value kept, or null
 */
export function recall(key) {
  const name = nameOf(key);
  let text = memory.get(name) ?? null;
  try {
    text = localStorage.getItem(name) ?? text;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  return text === null ? null : JSON.parse(text);
}

/**
 * @param {string} key
 * @param {unknown} value
 * @returns {boolean} true when it survives a reload
 */
export function keep(key, value) {
  const name = nameOf(key);
  const text = JSON.stringify(value);
  memory.set(name, text);
  try {
    localStorage.setItem(name, text);
    return true;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return false;
  }
}

/** @param {string} key */
export function forget(key) {
  const name = nameOf(key);
  memory.delete(name);
  try {
    localStorage.removeItem(name);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** Forgets what is personal and kept elsewhere too: pages for use without a network, and drafts that the service has. */
export async function forgetPersonal() {
  for (const name of names()) {
    const draft = name.includes("hoctap:draft:") && JSON.parse(localStorage.getItem(name) ?? "null");
    if (draft?.sent) localStorage.removeItem(name);
  }
  for (const name of await caches()) if (name.startsWith("hoctap-person:")) await globalThis.caches.delete(name);
}

/** @returns {Promise<string[]>} */
async function caches() {
  try {
    return await globalThis.caches?.keys() ?? [];
  } catch (error) {
    if (error instanceof DOMException) return [];
    throw error;
  }
}

/** @returns {string[]} */
function names() {
  try {
    return Object.keys(localStorage);
  } catch (error) {
    if (error instanceof DOMException) return [];
    throw error;
  }
}
