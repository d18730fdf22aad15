// @ts-check
import { api } from "../../lib/api.js";
import { Problem } from "../../lib/problems.js";
import { targetQuery } from "../target.js";

/** @typedef {import("../../lib/rules.js").Fields} Fields */
/** @typedef {{ version: number, savedAt: string, basis: string, fields: Fields }} ServerDraft */

/**
 * The draft of one target as the service keeps it: one for all devices of its writer, never overwritten unseen.
 * @param {import("../target.js").Target} target
 */
export function serverDrafts(target) {
  const path = `/api/drafts/${target.form}${targetQuery(target)}`;
  return {
    /**
     * @returns {Promise<ServerDraft | null>} null when there is none
     * @throws {Problem}
     */
    async read() {
      const response = await api(path, { quiet: true });
      return response.status === 204 ? null : response.json();
    },

    /**
     * @param {Fields} fields
     * @param {string} basis
     * @param {number} seen the version it continues; 0 when there is none
     * @returns {Promise<{ version: number, savedAt: string } | { other: ServerDraft | null }>} `other` is what another device has kept meanwhile; null when it threw the draft away
     * @throws {Problem}
     */
    async save(fields, basis, seen) {
      /** @type {Record<string, string>} */
      const headers = seen ? { "if-match": `"${seen}"` } : { "if-none-match": "*" };
      try {
        // Small ones are sent even while the page goes away; browsers take no larger ones then.
        const keepalive = JSON.stringify(fields).length < 20_000;
        return await (await api(path, { method: "PUT", json: { fields, basis }, headers, quiet: true, keepalive })).json();
      } catch (error) {
        if (!(error instanceof Problem) || error.status !== 412) throw error;
        return { other: error.current?.version ? error.current : null };
      }
    },

    /** @returns {Promise<unknown>} */
    discard: () => api(path, { method: "DELETE", quiet: true }),
  };
}
