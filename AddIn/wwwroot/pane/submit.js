// @ts-check
import { Problem } from "../lib/problems.js";
import { filed, filing } from "./documents.js";
import { pending } from "./pending.js";
import { Progress } from "./progress.js";

/** @typedef {import("./target.js").Target} Target */

const FIRST_WAIT = 400;
const LONGEST_WAIT = 5_000;
const PATIENCE = 60_000;

/** Files a document exactly once, however often somebody clicks, reloads or loses the network. */
export class Submission {
  /** @type {Target} */ #target;
  /** @type {Progress} */ #progress;
  /** @type {ReturnType<typeof pending>} */ #pending;
  /** @type {(filing: import("./documents.js").Filing) => void} */ #done;
  #busy = false;

  /**
   * @param {HTMLElement} root the editor
   * @param {Target} target
   * @param {(filing: import("./documents.js").Filing) => void} done called once there is a receipt
   */
  constructor(root, target, done) {
    this.#target = target;
    this.#progress = new Progress(root);
    this.#pending = pending(target);
    this.#done = done;
  }

  /** @returns {Promise<import("./pending.js").Pending | null>} a filing of before that has no receipt */
  unfinished() {
    return this.#pending.read();
  }

  /**
   * Files. A filing of the same values that has no receipt yet is sent again with its own key and bytes.
   * @param {() => string} fields the JSON of the values as they are
   * @param {() => Promise<Uint8Array | null>} prepare makes the document; null when the user thought better of it
   * @returns {Promise<void>}
   * @throws {Problem} code 422.1, with findings to show at the fields
   */
  async file(fields, prepare) {
    if (this.#busy) return;
    this.#busy = true;
    try {
      this.#progress.begin();
      this.#progress.at("prepare");
      const before = await this.#pending.read();
      if (before?.fields === fields()) return await this.#send(before);
      const bytes = await prepare();
      if (!bytes) return this.#progress.clear();
      await this.#send(await this.#pending.begin(bytes, fields()));
    } catch (error) {
      this.#tell(error, () => this.file(fields, prepare));
    } finally {
      this.#busy = false;
    }
  }

  /** @param {import("./pending.js").Pending} kept @returns {Promise<void>} */
  async #send({ key, bytes, fields }) {
    this.#progress.at("send");
    try {
      const receipt = await filing(this.#target, bytes, key);
      await this.#pending.end();
      await this.#follow(receipt);
    } catch (error) {
      if (error instanceof Problem && error.code === "409.1") {
        // Another page used this key for other bytes: a new key is a new filing.
        return this.#send(await this.#pending.begin(bytes, fields));
      }
      // What can never succeed is not kept; what may is, with key and bytes.
      if (error instanceof Problem && !error.transient && error.status !== 401) await this.#pending.end();
      throw error;
    }
  }

  /** @param {import("./documents.js").Filing} receipt */
  async #follow(receipt) {
    this.#progress.at("store");
    let latest = receipt;
    const end = Date.now() + PATIENCE;
    for (let wait = FIRST_WAIT; latest.status === "received" && Date.now() < end; wait = Math.min(wait * 1.6, LONGEST_WAIT)) {
      await new Promise((resolve) => { setTimeout(resolve, wait); });
      latest = { ...latest, ...await this.#ask(latest) };
    }
    if (latest.status !== "received" && latest.status !== "parked") this.#progress.at("done");
    this.#progress.receipt(latest, this.#target);
    this.#done(latest);
  }

  /** @param {import("./documents.js").Filing} latest */
  async #ask(latest) {
    try {
      return await filed(latest.id);
    } catch (error) {
      // It is filed already: a network that comes and goes only delays the news.
      if (!(error instanceof Problem) || !error.transient) throw error;
      this.#progress.note("Hồ sơ đã được tiếp nhận. Đang chờ kết nối lại để biết đã lưu xong chưa.");
      return latest;
    }
  }

  /** @param {unknown} error @param {() => void} again */
  #tell(error, again) {
    if (!(error instanceof Problem)) {
      this.#progress.clear();
      throw error;
    }
    this.#progress.failed(error, error.transient || error.code === "office" ? again : null);
    if (error.findings.length > 0) throw error;
  }
}
