// @ts-check
import { forget, keep, recall } from "./storage.js";

/**
 * @typedef {object} Session
 * @property {string} accessToken
 * @property {string} expiresAt an ISO instant
 * @property {string} fullName
 * @property {string} [person] the person's code
 * @property {boolean} [entra] true when the token is Entra's and can be renewed
 * @property {string} [account] the account's name, with Entra
 */

const KEY = "session";

/** A token that ends sooner than this is renewed before it is used. */
const MARGIN = 5 * 60_000;

/** Whom this page works for. @type {Session | null} */
let opened = recall(KEY);

/** @returns {Session | null} who signed in on this machine meanwhile, when that is somebody else than whom this page was opened for */
export function somebodyElse() {
  const now = session();
  // In a frame of Office the key of the storage is only known once Office is: then this is the first look.
  opened ??= now;
  return opened && now && ownerOf(now) !== ownerOf(opened) ? now : null;
}

/** @returns {string} the name of whom this page was opened for; "" when nobody was signed in */
export const openedFor = () => opened?.fullName ?? "";

/** @returns {string} whose things on this machine are this page's, also when the session is over and can't be renewed for want of a network; "" when nobody's are */
export function owner() {
  const kept = /** @type {Session | null} */ (recall(KEY));
  return kept && !somebodyElse() ? ownerOf(kept) : "";
}

/** @param {() => void} act called when another window signs in or out */
export function onSessionChange(act) {
  addEventListener("storage", (event) => { if (event.key === null || event.key.endsWith(KEY)) act(); });
}

/** @param {Session} session */
const ownerOf = ({ person, fullName }) => person ?? fullName;

/** @returns {Session | null} who is signed in here; null when nobody is, or no longer */
export function session() {
  const kept = /** @type {Session | null} */ (recall(KEY));
  return kept && Date.parse(kept.expiresAt) > Date.now() ? kept : null;
}

/** @returns {Session | null} a session that can be renewed, be it over or not */
export function renewable() {
  const kept = /** @type {Session | null} */ (recall(KEY));
  return kept?.entra ? kept : null;
}

/** @returns {boolean} true when the token should be renewed before it is used again */
export function isDue() {
  const kept = renewable();
  return kept !== null && Date.parse(kept.expiresAt) - Date.now() < MARGIN;
}

/** @type {Promise<boolean> | undefined} */
let renewing;

/**
 * Renews the token without asking anybody; calls at the same time share one try.
 * @param {{ refused?: boolean }} [why] `refused` when the service no longer takes the token that is kept
 * @returns {Promise<boolean>} false when the old one is all there is
 */
export function renew({ refused = false } = {}) {
  renewing ??= tryToRenew(refused).finally(() => { renewing = undefined; });
  return renewing;
}

/** @param {boolean} refused */
async function tryToRenew(refused) {
  try {
    return await (await import("../signin/entra.js")).renew(refused);
  } catch (error) {
    // Whatever is the matter with the authority: a token that still holds serves on, and one that is over leads to the sign-in page, which tells.
    if (error instanceof Error) return false;
    throw error;
  }
}

/** @param {Session} granted */
export function begin(granted) {
  opened = granted;
  keep(KEY, granted);
}

/** Somebody chose to leave: what this page still had under way then leads nowhere else. */
let left = false;

/** Forgets the token here; the cookie is the service's to clear. */
export function end() {
  left = true;
  forget(KEY);
}

/**
 * Leads to the sign-in page and back here afterwards.
 * @param {{ ended?: boolean }} [why] `ended` when the session was there and is over: the sign-in page then says so
 */
export function signIn({ ended = false } = {}) {
  if (left) return;
  const here = location.pathname + location.search;
  location.assign(`/?return=${encodeURIComponent(here)}${ended ? "&ended=1" : ""}`);
}

/**
 * The address to go to after sign-in: only a path of this very site, else nothing.
 * @param {string} address the page's own address
 * @returns {string | null}
 */
export function returnPath(address) {
  const here = new URL(address);
  const wanted = here.searchParams.get("return");
  if (!wanted || !wanted.startsWith("/")) return null;
  const there = new URL(wanted, here.origin);
  return there.origin === here.origin && there.pathname !== "/" ? there.pathname + there.search + there.hash : null;
}
