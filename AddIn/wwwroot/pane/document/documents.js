// @ts-check
import { api, query } from "../../lib/api.js";
import { fileNameOf } from "../../lib/download.js";
import { targetQuery } from "../target.js";

// A network that neither answers nor fails: what is sent again has the same key.
const PATIENCE = 60_000;

/** @typedef {import("../target.js").Target} Target */
/** @typedef {import("../../lib/rules.js").Fields} Fields */
/** @typedef {import("../../lib/problems.js").Finding} Finding */

/**
 * What the service read out of a document.
 * @typedef {object} Reading
 * @property {string} form
 * @property {string} campaign
 * @property {string} organization
 * @property {string | null} person
 * @property {{ id: string, version: number } | null} [template] the template of an organization's own it was made with
 * @property {Fields} fields
 * @property {Record<string, { outcome: "kept" | "changed" | "missing" | "unreadable", reason?: string, from?: string, to?: string }>} outcomes
 * @property {Finding[]} findings
 */

/**
 * A document filled by the service. One made anew keeps the template it was made with; any other takes the one that counts now.
 * @param {Target} target
 * @param {Fields} fields
 * @param {Pick<Reading, "template">} [before] the document as it was
 * @param {boolean} [quiet] true when nobody waits for it
 * @returns {Promise<import("../../office/host.js").Filled>}
 */
export async function filled(target, fields, before, quiet = false) {
  const template = before && `&template=${before.template?.id ?? "official"}`;
  const response = await api(`/api/forms/${target.form}/document${targetQuery(target)}${template ?? ""}`, { method: "POST", json: { fields }, patience: PATIENCE, quiet });
  return { bytes: new Uint8Array(await response.arrayBuffer()), name: fileNameOf(response) };
}

/**
 * @param {Uint8Array} docx
 * @param {boolean} [quiet] true when nobody waits for it
 * @returns {Promise<Reading>}
 */
export async function reading(docx, quiet = false) {
  return (await api("/api/forms/read", { method: "POST", docx, patience: PATIENCE, quiet })).json();
}

/**
 * @typedef {object} Filing
 * @property {string} id
 * @property {string} status
 * @property {number} revision
 * @property {string} [receivedAt]
 * @property {Finding[]} [findings]
 * @property {boolean} [hidden] true when it is not the caller's to read
 */

/**
 * Files a document. The same key with the same bytes is the same filing, however often it is sent.
 * @param {Target} target
 * @param {Uint8Array} docx
 * @param {string} key
 * @param {boolean} [quiet] true when nobody waits for it
 * @returns {Promise<Filing>}
 */
export async function filing(target, docx, key, quiet = false) {
  const { form, campaign, organization, person } = target;
  const path = `/api/submissions${query({ form, campaign, organization, person })}`;
  return (await api(path, { method: "POST", docx, headers: { "idempotency-key": key }, patience: PATIENCE, quiet })).json();
}

/**
 * @param {string} id
 * @returns {Promise<Filing>}
 */
export async function filed(id) {
  return (await api(`/api/submissions/${id}`)).json();
}
