// @ts-check
// Filings without their receipt: key, values and bytes stay together here, so that a reload, a crash or a lost answer sends the very same again.
import { change, everything, look } from "./store.js";

/** @typedef {import("../target.js").Target} Target */
/** @typedef {import("../document/documents.js").Filing} Receipt */

/**
 * @typedef {object} Pending
 * @property {string} key fixed when somebody clicks «Nộp»; the number of the local receipt is made from it
 * @property {string} fields the JSON of the values to file
 * @property {Uint8Array | null} bytes the document; null until there is a network to make it with
 * @property {string} hash of the bytes
 * @property {boolean} checked true when the document is known to say what the values say; from then on it never changes
 * @property {boolean} tried true once it may have arrived
 * @property {Target} target
 * @property {string} owner whose it is: it is sent in nobody else's name
 * @property {string} title the form and for whom it is
 * @property {string} at when it was asked for, an ISO instant
 * @property {string} standing the document that it was to replace; "" for none
 * @property {Refusal | null} refused why it will never be taken as it is
 * @property {Receipt | null} receipt what the service answered, kept a while for other windows
 */

/** @typedef {{ title: string, detail: string, told: boolean, findings: import("../../lib/problems.js").Finding[] }} Refusal */
/** @typedef {Pick<Pending, "target" | "owner" | "title" | "standing">} About */

/** @param {Target} target @returns {string} */
export const nameOf = ({ caller, campaign, form, organization, person }) => [caller, campaign, form, organization, person ?? ""].join(":");

/** @param {string} owner @returns {Promise<Pending[]>} what somebody has asked for and has no receipt of, the oldest first */
export async function pendingOf(owner) {
  const all = /** @type {Pending[]} */ (await everything());
  return all.filter((one) => one.owner === owner && !one.receipt).sort((one, other) => one.at.localeCompare(other.at));
}

/** @param {Target} target */
export function pending(target) {
  const name = nameOf(target);
  return {
    /** @returns {Promise<Pending | null>} what still waits for its receipt, if its bytes are whole */
    async read() {
      const kept = /** @type {Pending | undefined} */ (await look(name));
      return kept && !kept.receipt && (!kept.bytes || (await hashOf(kept.bytes)) === kept.hash) ? kept : null;
    },

    /** @param {string} key @returns {Promise<Pending | null>} the filing with this key, also when another window got its receipt */
    async byKey(key) {
      const kept = /** @type {Pending | undefined} */ (await look(name));
      return kept?.key === key ? kept : null;
    },

    /**
     * Keeps a filing. The same values asked for in two windows, or twice, are one filing.
     * @param {Uint8Array | null} bytes
     * @param {boolean} checked
     * @param {string} fields
     * @param {About} about
     * @returns {Promise<Pending>}
     */
    async begin(bytes, checked, fields, about) {
      const hash = bytes ? await hashOf(bytes) : "";
      const fresh = { ...about, key: crypto.randomUUID(), fields, bytes, hash, checked, tried: false, at: new Date().toISOString(), refused: null, receipt: null };
      return /** @type {Pending} */ (await change(name, (before) => before?.fields === fields && !before.refused && !before.receipt ? before : fresh));
    },

    /**
     * Fixes the document just before it is sent: of two windows that made one, the first counts.
     * @param {string} key @param {Uint8Array} bytes
     * @returns {Promise<Pending | null>} null when it waits no more
     */
    async fix(key, bytes) {
      const hash = await hashOf(bytes);
      return this.update(key, (kept) => kept.checked && kept.bytes ? { tried: true } : { bytes, hash, checked: true, tried: true });
    },

    /** @param {string} key @param {(kept: Pending) => Partial<Pending>} what @returns {Promise<Pending | null>} null when another one, or none, is kept now */
    async update(key, what) {
      const kept = /** @type {Pending | undefined} */ (await change(name, (before) => before?.key === key ? { ...before, ...what(before) } : before));
      return kept?.key === key ? kept : null;
    },

    /** @param {string} key */
    async end(key) {
      await change(name, (before) => before?.key === key ? undefined : before);
    },
  };
}

/** @param {Uint8Array} bytes */
async function hashOf(bytes) {
  const hash = await crypto.subtle.digest("SHA-256", /** @type {BufferSource} */ (bytes));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
