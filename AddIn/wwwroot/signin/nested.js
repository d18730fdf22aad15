// @ts-check
// Nested App Authentication: Word itself signs people in with the account it was opened with. NestedAppAuth 1.1.
import { configuration, grantOf, library, settings, silently } from "./msal.js";

/** @returns {Promise<import("./msal.js").Way>} */
export async function way() {
  const [msal, given] = await Promise.all([library(), settings()]);
  const { auth: { clientId, authority } } = configuration(given);
  // Word keeps the account and gives tokens silently; what stayed in a store could not be cleared at sign-out, which the library refuses here.
  const app = await msal.createNestablePublicClientApplication({ auth: { clientId, authority }, cache: { cacheLocation: "memoryStorage" } });
  const scopes = [given.scope];
  const hint = async () => (await Office.auth.getAuthContext()).userPrincipalName;

  return {
    // Word on the web gives nothing without an account or a hint (microsoft-authentication-library-for-js#7723).
    silent: async ({ fresh }) => {
      const account = app.getActiveAccount();
      if (account) return silently(msal, () => app.acquireTokenSilent({ scopes, account, forceRefresh: fresh }));
      const loginHint = await hint();
      return silently(msal, async () => {
        const result = await app.ssoSilent({ scopes, loginHint });
        app.setActiveAccount(result.account);
        return result;
      });
    },

    interactive: async ({ another }) => {
      const result = await app.acquireTokenPopup({ scopes, ...(another ? { prompt: "select_account" } : { loginHint: await hint() }) });
      app.setActiveAccount(result.account);
      return grantOf(result);
    },

    returned: async () => null,

    // The account is Word's own: redirects and sign-out throw here, only what this page holds can be let go.
    leave: async () => {
      app.setActiveAccount(null);
      return false;
    },
  };
}
