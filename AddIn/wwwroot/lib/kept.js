// @ts-check
// Duties and forms as they were when the network was last there: per person and release, on this machine, until sign-out.
import { api } from "./api.js";
import { Problem } from "./problems.js";
import { RELEASE } from "./release.js";
import { owner } from "./session.js";
import { language } from "./text.js";

const PATIENCE = 4_000;
const PERSONAL = "hoctap-person:";

/** @typedef {{ html: string, at: Date | null }} Found `at` is when the kept one was current; null for one that came just now */

/**
 * A fragment from the service, or, when that does not answer in a short while, as it was last time.
 * @param {string} path
 * @returns {Promise<DocumentFragment>}
 * @throws {Problem} when there is neither
 */
export async function keptFragment(path) {
  const { html, at } = await found(path);
  dispatchEvent(new CustomEvent("kept-shown", { detail: { path, at } }));
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

/** @param {string} path @returns {Promise<boolean>} true when the fragment is kept for whoever is signed in */
export async function isKept(path) {
  return Boolean(await (await shelf())?.match(nameOf(path)));
}

/** Fetches a fragment only to keep it. @param {string} path */
export async function keepFragment(path) {
  await fetched(path, true);
}

/** What was filed since makes a kept form an old one. @param {string} path */
export async function forgetFragment(path) {
  await (await shelf())?.delete(nameOf(path));
}

/** Forgets what is kept for others than whoever is signed in. */
export async function forgetOthers() {
  const mine = shelfName();
  for (const name of await names()) if (name.startsWith(PERSONAL) && !name.endsWith(mine.slice(mine.indexOf(":", PERSONAL.length)))) await caches.delete(name);
}

/** @param {string} path @returns {Promise<Found>} */
async function found(path) {
  const kept = await (await shelf())?.match(nameOf(path));
  if (!kept) return { html: await fetched(path), at: null };
  const at = new Date(kept.headers.get("x-kept-at") ?? 0);
  const fresh = fetched(path).then((html) => ({ html, at: null }), (error) => {
    if (error instanceof Problem && error.transient) return null;
    throw error;
  });
  const late = new Promise((resolve) => { setTimeout(() => resolve(null), PATIENCE); });
  return await Promise.race([fresh, late]) ?? { html: await kept.text(), at };
}

/** @param {string} path @param {boolean} [quiet] */
async function fetched(path, quiet = false) {
  const response = await api(path, { headers: { accept: "text/html" }, quiet });
  const html = await response.text();
  const release = response.headers.get("x-release") ?? RELEASE;
  if (release !== RELEASE) dispatchEvent(new CustomEvent("new-release", { detail: { release } }));
  else if (RELEASE) await keep(path, html);
  return html;
}

/** @param {string} path @param {string} html */
async function keep(path, html) {
  const headers = { "content-type": "text/html; charset=utf-8", "x-kept-at": new Date().toISOString() };
  try {
    await (await shelf())?.put(nameOf(path), new Response(html, { headers }));
  } catch (error) {
    // No room left: then this form needs the network, no more.
    if (!(error instanceof DOMException)) throw error;
  }
}

/** @returns {Promise<Cache | null>} null where the browser keeps nothing, or nobody is signed in */
async function shelf() {
  if (!owner() || !globalThis.caches) return null;
  try {
    return await caches.open(shelfName());
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

async function names() {
  try {
    return await globalThis.caches?.keys() ?? [];
  } catch (error) {
    if (error instanceof DOMException) return [];
    throw error;
  }
}

const shelfName = () => `${PERSONAL}${RELEASE}:${encodeURIComponent(owner())}`;

/** @param {string} path */
const nameOf = (path) => `/kept-fragment/${language()}${path}`;
