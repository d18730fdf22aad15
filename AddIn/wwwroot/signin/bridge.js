// @ts-check
// Passes the authority's answer on to the page that asked, or leads back to it; the answer itself is nothing without that page's own secret.
import { one } from "../lib/dom.js";

const bridge = /** @type {typeof import("@azure/msal-browser/redirect-bridge") | undefined} */ (/** @type {any} */ (globalThis).msalRedirectBridge);

try {
  if (!bridge) throw new Error("The redirect bridge could not be loaded.");
  const title = document.title;
  await bridge.broadcastResponseToMainFrame();
  document.title = title;
} catch (error) {
  one(document, "[data-bridge]").hidden = true;
  one(document, "[data-bridge-failed]").hidden = false;
  throw error;
}
