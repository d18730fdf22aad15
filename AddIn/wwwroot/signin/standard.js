// @ts-check
// A plain browser: a window of the authority's, or the whole page where windows are blocked.
import { configuration, grantOf, isOneOf, library, settings, silently } from "./msal.js";

/**
 * @param {{ wholePage?: boolean }} [where] false for a pane, which the authority refuses to be shown in: leaving then only forgets
 * @returns {Promise<import("./msal.js").Way>}
 */
export async function way({ wholePage = true } = {}) {
  const [msal, given] = await Promise.all([library(), settings()]);
  const app = await msal.createStandardPublicClientApplication(configuration(given));
  const scopes = [given.scope];
  const account = () => app.getActiveAccount() ?? app.getAllAccounts()[0];

  /** @param {import("@azure/msal-browser").AuthenticationResult} result */
  const taken = (result) => {
    app.setActiveAccount(result.account);
    return grantOf(result);
  };

  return {
    silent: async ({ fresh, hint }) => {
      const known = account();
      if (known) return silently(msal, () => app.acquireTokenSilent({ scopes, account: known, forceRefresh: fresh }));
      return hint ? silently(msal, () => app.ssoSilent({ scopes, loginHint: hint })) : null;
    },

    interactive: async ({ another }) => {
      const request = { scopes, prompt: another ? "select_account" : undefined };
      try {
        // Nobody can see a window that was closed: whoever asks again means it.
        return taken(await app.acquireTokenPopup({ ...request, overrideInteractionInProgress: true }));
      } catch (error) {
        if (!isOneOf(error, ["popup_window_error", "empty_window_error"])) throw error;
        await app.acquireTokenRedirect(request);
        return null;
      }
    },

    returned: async () => {
      const result = await app.handleRedirectPromise();
      return result && taken(result);
    },

    // Offices share computers: whoever comes next must not be let in as who left.
    leave: async () => {
      if (wholePage) await app.logoutRedirect({ account: account() ?? null });
      else await app.clearCache();
      return wholePage;
    },
  };
}
