// @ts-check
import { forget, keep, recall } from "../../lib/storage.js";

/** @typedef {import("../../lib/rules.js").Fields} Fields */

/**
 * @typedef {object} Draft
 * @property {Fields} fields
 * @property {string} basis the document it started from; "" for a first one
 * @property {string} at when it was kept here, an ISO instant; also tells one keeping from another
 * @property {number} version the version at the service that it continues; 0 for none
 * @property {boolean} sent true when the service has just this
 */

/**
 * What was typed and not filed yet, kept on this machine for one target.
 * @param {import("../target.js").Target} target
 */
export function drafts({ caller, campaign, form, organization, person }) {
  const target = `${caller}:${campaign}:${form}:${organization}:${person ?? ""}`;
  // What a window goes on typing while nobody has decided whose draft counts stands beside the draft and never in its place.
  return { ...at(`draft:${target}`), aside: at(`draft-aside:${target}`) };
}

/** @param {string} key */
const at = (key) => ({
  /** @returns {Draft | null} */
  read: () => recall(key),

  /**
   * @param {Draft} draft
   * @returns {boolean} false when this browser keeps nothing
   */
  write: (draft) => keep(key, draft),

  discard: () => forget(key),
});
