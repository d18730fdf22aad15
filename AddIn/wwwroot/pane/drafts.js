// @ts-check
import { forget, keep, recall } from "../lib/storage.js";

/** @typedef {import("../lib/rules.js").Fields} Fields */
/** @typedef {{ fields: Fields, at: string, basis: string }} Draft `basis` is the document it started from */

/**
 * What was typed and not filed yet, kept on this machine for one target.
 * @param {import("./target.js").Target} target
 */
export function drafts({ caller, campaign, form, organization, person }) {
  const key = `draft:${caller}:${campaign}:${form}:${organization}:${person ?? ""}`;
  return {
    /** @returns {Draft | null} */
    read: () => recall(key),

    /**
     * @param {Fields} fields
     * @param {string} basis
     * @returns {boolean} false when this browser keeps nothing
     */
    write: (fields, basis) => keep(key, { fields, basis, at: new Date().toISOString() }),

    discard: () => forget(key),
  };
}
