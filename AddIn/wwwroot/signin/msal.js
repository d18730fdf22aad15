// @ts-check
// Microsoft's own sign-in library, asked for only where Entra is configured and only when somebody signs in or a token is due.
import { problemOf } from "../lib/problems.js";

const LIBRARY = "/signin/library/msal-browser.min.js";

/** A person typing a password and a second factor takes longer than the library's own minute. */
const PATIENCE = 10 * 60_000;

/** @typedef {typeof import("@azure/msal-browser")} Library */
/** @typedef {{ authority: string, clientId: string, scope: string }} Settings */

/**
 * A token of our own API.
 * @typedef {{ accessToken: string, expiresAt: string, account: string }} Grant
 */

/**
 * One way to sign in. `silent` never shows anything; null when only the person can go on. `leave` gives false where the page need not go on by itself.
 * @typedef {object} Way
 * @property {(how: { fresh: boolean, hint: string }) => Promise<Grant | null>} silent `fresh` asks for a new token even where the old one seems good
 * @property {(how: { another: boolean }) => Promise<Grant | null>} interactive null when the page is left for it
 * @property {() => Promise<Grant | null>} returned what a page that was left for it came back with
 * @property {() => Promise<boolean>} leave true when it leads to the sign-in page itself
 */

/** @returns {Promise<Settings>} @throws {import("../lib/problems.js").Problem} */
export async function settings() {
  const response = await fetch("/signin/settings");
  if (!response.ok) throw await problemOf(response);
  return response.json();
}

/** @type {Promise<Library> | undefined} */
let loading;

/** @returns {Promise<Library>} */
export function library() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = LIBRARY;
    script.addEventListener("load", () => resolve(/** @type {any} */ (globalThis).msal), { once: true });
    script.addEventListener("error", () => {
      loading = undefined;
      reject(new TypeError("The sign-in library could not be loaded."));
    }, { once: true });
    document.head.append(script);
  });
  return loading;
}

/** @param {Settings} given @returns {import("@azure/msal-browser").Configuration} */
export const configuration = ({ authority, clientId }) => ({
  // Whoever configured the authority vouches for it: nobody else is asked about its host. Version 5 takes answers at a page that runs its redirect bridge.
  auth: { clientId, authority, knownAuthorities: [new URL(authority).host], redirectUri: `${location.origin}/signin/bridge`, postLogoutRedirectUri: `${location.origin}/` },
  cache: { cacheLocation: "localStorage" },
  system: { popupBridgeTimeout: PATIENCE },
});

/** @param {import("@azure/msal-browser").AuthenticationResult} result @returns {Grant} */
export const grantOf = ({ accessToken, expiresOn, account }) =>
  ({ accessToken, expiresAt: (expiresOn ?? new Date()).toISOString(), account: account?.username ?? "" });

/**
 * What a silent try gives: null where the library says that only the person can go on.
 * @param {Library} msal
 * @param {() => Promise<import("@azure/msal-browser").AuthenticationResult>} act
 * @returns {Promise<Grant | null>}
 */
export async function silently(msal, act) {
  try {
    return grantOf(await act());
  } catch (error) {
    if (error instanceof msal.InteractionRequiredAuthError || isOneOf(error, ["timed_out", "monitor_window_timeout", "no_account_error", "silent_sso_error", "silent_prompt_value_error", "invalid_grant"])) return null;
    throw error;
  }
}

/** @param {unknown} error @param {string[]} codes */
export const isOneOf = (error, codes) => error instanceof Error && "errorCode" in error && codes.includes(String(error.errorCode));
