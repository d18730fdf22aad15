// @ts-check
import { api } from "../lib/api.js";
import { announce, copyOf, one } from "../lib/dom.js";
import { Problem } from "../lib/problems.js";
import { t } from "../lib/text.js";

/**
 * What became of one document.
 * @typedef {object} Outcome
 * @property {string} name whose it is
 * @property {string} reason why it was not done; empty when it was
 */

/**
 * Accepts the documents of rows, all in one request.
 * @param {HTMLElement[]} rows
 * @returns {Promise<Outcome[]>}
 * @throws {Problem} when the request as a whole failed
 */
export async function acceptAll(rows) {
  const submissions = rows.map((row) => ({ id: row.dataset.document, version: Number(row.dataset.version) }));
  const answer = await (await api("/api/reviews", { method: "POST", json: { decision: "accepted", submissions } })).json();
  /** @type {Map<string, { title?: string, detail?: string }>} */
  const byId = new Map(answer.outcomes.map((/** @type {{ id: string }} */ outcome) => [outcome.id, outcome]));
  return rows.map((row) => ({ name: row.dataset.name ?? "", reason: reasonOf(byId.get(row.dataset.document ?? "")) }));
}

/**
 * Confirms the second copies of rows one after the other; one that fails holds up no other.
 * @param {HTMLElement[]} rows
 * @returns {Promise<Outcome[]>}
 */
export async function confirmAll(rows) {
  const outcomes = [];
  for (const row of rows) {
    const { document: id, version, name = "" } = row.dataset;
    try {
      await api(`/api/submissions/${id}/receipt`, { method: "PUT", headers: { "if-match": `"${version}"` } });
      outcomes.push({ name, reason: "" });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      outcomes.push({ name, reason: reasonOf(error) });
    }
  }
  return outcomes;
}

/**
 * Says above the lists what was done and why the rest was not.
 * @param {HTMLElement} root
 * @param {Outcome[]} outcomes
 */
export function tell(root, outcomes) {
  const card = copyOf(root, "[data-outcome-template]");
  const failed = outcomes.filter(({ reason }) => reason);
  const done = outcomes.length - failed.length;
  card.dataset.tone = failed.length === 0 ? "success" : "warning";
  const title = one(card, "[data-outcome-title]");
  title.textContent = failed.length === 0 ? t("Đã xác nhận {0} hồ sơ.", done) : t("Đã xác nhận {0} hồ sơ, còn {1} hồ sơ chưa xác nhận được:", done, failed.length);
  one(card, "[data-outcome-reasons]").replaceChildren(...failed.map(line));
  one(root, "[data-outcome-view]").replaceChildren(card);
  title.focus();
  announce(title.textContent);
}

/** @param {Outcome} outcome */
function line({ name, reason }) {
  const item = document.createElement("li");
  item.lang = "vi";
  const strong = document.createElement("strong");
  strong.textContent = name;
  item.append(strong, `: ${reason}`);
  return item;
}

/** @param {{ title?: string, detail?: string } | undefined} told */
const reasonOf = (told) => (told ? told.detail || told.title || "" : t("Hệ thống không trả lời về hồ sơ này. Hãy thử lại."));
