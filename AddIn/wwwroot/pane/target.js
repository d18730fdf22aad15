// @ts-check
import { query } from "../lib/api.js";

/**
 * What is filled, for whom and by whom.
 * @typedef {object} Target
 * @property {string} form
 * @property {string} campaign
 * @property {string} organization
 * @property {string | null} person
 * @property {string} caller
 */

/** @param {Pick<Target, "campaign" | "organization" | "person">} target @returns {string} `?campaign&organization&person` */
export const targetQuery = ({ campaign, organization, person }) => query({ campaign, organization, person });

/** @param {Target} data that and more @returns {Target} */
export const targetOf = ({ form, campaign, organization, person, caller }) => ({ form, campaign, organization, person: person ?? null, caller });
