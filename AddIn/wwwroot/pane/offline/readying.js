// @ts-check
// Makes the pane ready for a time without a network, when the person needs nothing else: the worker that opens it, and the forms they owe.
import { query } from "../../lib/api.js";
import { all } from "../../lib/dom.js";
import { forgetOthers, isKept, keepFragment } from "../../lib/kept.js";
import { Problem } from "../../lib/problems.js";
import { RELEASE } from "../../lib/release.js";
import { language } from "../../lib/text.js";

// A form costs the service a look at last year's document: only the few that are one's own, and each only once a release.
const MOST_FORMS = 4;

/**
 * Registers the service worker.
 * @returns {Promise<boolean>} false where there is none, or it is forbidden
 */
export async function registerWorker() {
  if (!navigator.serviceWorker) return false;
  try {
    await (await caches.open("hoctap-language")).put("/language-of-the-pane", new Response(language()));
    await navigator.serviceWorker.register("/sw.js", { scope: "/", updateViaCache: "none" });
    return true;
  } catch (error) {
    // A frame in a page of somebody else, a private window, a policy of the office; or no network just now.
    if (error instanceof DOMException) return false;
    if (error instanceof TypeError) return Boolean(await navigator.serviceWorker.getRegistration());
    throw error;
  }
}

/** Keeps the forms of the duties that are shown. @param {HTMLElement} duties */
export async function keepForms(duties) {
  if (!RELEASE || /** @type {any} */ (navigator).connection?.saveData) return;
  await forgetOthers();
  for (const { dataset } of all(duties, "[data-duties] [data-open-form]").slice(0, MOST_FORMS)) {
    const path = `/pane/forms/${encodeURIComponent(dataset.openForm ?? "")}${query({ campaign: dataset.campaign, organization: dataset.organization, person: dataset.person })}`;
    if (await isKept(path)) continue;
    try {
      await keepFragment(path);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return;
    }
  }
}
