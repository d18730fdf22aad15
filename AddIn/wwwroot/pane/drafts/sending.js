// @ts-check
import { Problem } from "../../lib/problems.js";
import { serverDrafts } from "./service.js";

/** @typedef {import("./service.js").ServerDraft} ServerDraft */

/** What goes between this page and the draft at the service: one sending at a time, each continuing the version this page has seen. */
export class DraftSending {
  /** The version at the service that this page continues; 0 for none. */ base = 0;
  /** What the service has from here. */ sent = "";
  /** True once the service has said what it has. */ asked = false;
  /** @type {ReturnType<typeof serverDrafts>} */ #server;
  /** @type {Promise<unknown> | null} */ #running = null;
  /** What was sent last, should its answer get lost. */ #tried = "";
  #resting = false;
  #refused = false;

  /** @param {import("../target.js").Target} target */
  constructor(target) {
    this.#server = serverDrafts(target);
  }

  /** @returns {Promise<ServerDraft | null | Problem>} the draft at the service, null when there is none */
  async read() {
    try {
      const theirs = await this.#server.read();
      this.asked = true;
      return theirs;
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
  }

  /**
   * @param {string} text the values as JSON
   * @param {string} basis
   * @returns {Promise<"saved" | "again" | ServerDraft | Problem | null>} `again` when it has to be sent once more; a draft that this page has not seen; null when there was nothing to do
   */
  async send(text, basis) {
    if (this.#running || this.#resting || this.#refused || text === this.sent) return null;
    const attempt = this.#attempt(text, basis);
    this.#running = attempt;
    try {
      return await attempt;
    } finally {
      this.#running = null;
    }
  }

  /** Lets nothing be sent until {@link wake}. */
  async rest() {
    this.#resting = true;
    await this.#running;
  }

  wake() {
    this.#resting = false;
  }

  /** @returns {Promise<boolean>} false when the service could not be told */
  async discard() {
    const version = this.base;
    this.base = 0;
    await this.#running;
    const attempt = this.#server.discard();
    this.#running = attempt.catch(() => null);
    try {
      await attempt;
      return true;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.base = version;
      return false;
    } finally {
      this.#running = null;
    }
  }

  /** @param {string} text @param {string} basis */
  async #attempt(text, basis) {
    const before = this.#tried;
    this.#tried = text;
    try {
      const answer = await this.#server.save(JSON.parse(text), basis, this.base);
      if (!("other" in answer)) return this.#has(text, answer.version);
      const theirs = answer.other;
      // What came from here and whose answer got lost is nobody else's.
      if (theirs && ![text, before].includes(JSON.stringify(theirs.fields))) return theirs;
      this.base = theirs?.version ?? 0;
      return "again";
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.#refused = !error.transient && error.status !== 401;
      return error;
    }
  }

  /** @param {string} text @param {number} version @returns {"saved"} */
  #has(text, version) {
    [this.sent, this.base] = [text, version];
    return "saved";
  }
}
