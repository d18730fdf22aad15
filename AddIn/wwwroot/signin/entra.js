// @ts-check
// Sign-in with Entra: which way fits where this page runs, and what follows a token. The pane in Word sends the token itself; pages outside get the service's cookie for it.
import { networkProblem, problemOf } from "../lib/problems.js";
import { begin, renewable } from "../lib/session.js";
import { forget, keep, recall } from "../lib/storage.js";
import { inWord } from "../office/runtime.js";

/** Somebody signed out: nobody is let in again without being asked. */
const LEFT = "left";

/** @type {Promise<import("./msal.js").Way> | undefined} */
let choosing;

/** @returns {Promise<import("./msal.js").Way>} */
function way() {
  choosing ??= choose();
  choosing.catch(() => { choosing = undefined; });
  return choosing;
}

async function choose() {
  if (!(await inWord())) return (await import("./standard.js")).way();
  const nested = Office.context.requirements.isSetSupported("NestedAppAuth", "1.1");
  return (await (nested ? import("./nested.js") : import("./dialog.js"))).way();
}

/**
 * Lets somebody in without asking: who came back from the authority, or whose account is known.
 * @returns {Promise<string | null>} the person's name; null when they must be asked
 * @throws {import("../lib/problems.js").Problem}
 */
export async function enterSilently() {
  const one = await way();
  const back = await one.returned();
  if (back) return admit(back);
  if (recall(LEFT)) return null;
  const granted = await one.silent({ fresh: false, hint: "" });
  return granted && admit(granted);
}

/**
 * Asks the person.
 * @param {{ another?: boolean }} [how] `another` to choose the account anew
 * @returns {Promise<string | null>} the person's name; null when the page is left for it
 * @throws {import("../lib/problems.js").Problem}
 */
export async function enter({ another = false } = {}) {
  const granted = await (await way()).interactive({ another: another || Boolean(recall(LEFT)) });
  return granted && admit(granted);
}

/**
 * Gets a token that lasts in place of the one that is kept.
 * @param {boolean} refused true when the service refused the one that is kept although it seemed good
 * @returns {Promise<boolean>} false when only the person can go on
 * @throws {import("../lib/problems.js").Problem}
 */
export async function renew(refused) {
  const granted = await (await way()).silent({ fresh: refused, hint: renewable()?.account ?? "" });
  if (!granted) return false;
  await admit(granted);
  return true;
}

/** Ends what this place knows of the account, at the authority too where that can be, and leads to the sign-in page. */
export async function leave() {
  keep(LEFT, true);
  try {
    if (await (await way()).leave()) return;
  } catch (error) {
    // The session here has ended all the same; a library that cannot be had must not keep somebody in.
    if (!(error instanceof TypeError)) throw error;
  }
  location.assign("/");
}

/**
 * Asks the service who it is, and in a plain browser for the cookie that opens its pages.
 * @param {import("./msal.js").Grant} granted
 */
async function admit({ accessToken, expiresAt, account }) {
  const said = await inWord() ? (await call("/api/me", "GET", accessToken)).person : await call("/api/session", "POST", accessToken);
  forget(LEFT);
  begin({ accessToken, expiresAt, account, fullName: said.fullName, person: said.person ?? said.code, entra: true });
  return said.fullName;
}

/** @param {string} path @param {string} method @param {string} token */
async function call(path, method, token) {
  let response;
  try {
    response = await fetch(path, { method, headers: { authorization: `Bearer ${token}` } });
  } catch (error) {
    if (error instanceof TypeError) throw networkProblem();
    throw error;
  }
  if (!response.ok) throw await problemOf(response);
  return response.json();
}
