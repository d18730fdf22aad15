// @ts-check
import { Problem } from "../../lib/problems.js";
import { t } from "../../lib/text.js";
import { filed, filing } from "../document/documents.js";
import { pending } from "./pending.js";

/** @typedef {import("../target.js").Target} Target */
/** @typedef {import("../document/documents.js").Filing} Receipt */
/** @typedef {(receipt: Receipt, sent: { fields: string, again: boolean }) => Promise<void>} Arrived `again` when the same had been sent before and its answer was lost */

const FIRST_WAIT = 400;
const LONGEST_WAIT = 5_000;
const PATIENCE = 60_000;

/** Files a document exactly once, however often somebody clicks, reloads or loses the network. */
export class Submission {
  /** @type {Target} */ #target;
  /** @type {import("./progress.js").Progress} */ #progress;
  /** @type {ReturnType<typeof pending>} */ #pending;
  /** @type {() => void} */ #again;
  #busy = false;

  /**
   * @param {Target} target
   * @param {import("./progress.js").Progress} progress
   * @param {() => void} again what «Gửi lại» does
   */
  constructor(target, progress, again) {
    this.#target = target;
    this.#progress = progress;
    this.#again = again;
    this.#pending = pending(target);
  }

  /** @returns {Promise<import("./pending.js").Pending | null>} a filing of before that has no receipt */
  unfinished() {
    return this.#pending.read();
  }

  /**
   * Files. A filing of the same values that has no receipt yet is sent again with its own key and bytes.
   * @param {() => string} fields the JSON of the values as they are
   * @param {() => Promise<Uint8Array | null>} prepare makes the document; null when the user thought better of it
   * @param {Arrived} arrived called once there is a receipt
   * @returns {Promise<void>}
   * @throws {Problem} code 422.1, with findings to show at the fields
   */
  async file(fields, prepare, arrived) {
    if (this.#busy) return;
    this.#busy = true;
    try {
      this.#progress.begin();
      this.#progress.at("prepare");
      const before = await this.#pending.read();
      if (before?.fields === fields()) return await arrived(await this.#send(before), { fields: before.fields, again: true });
      const bytes = await prepare();
      if (!bytes) return this.#progress.clear();
      const filing = await this.#pending.begin(bytes, fields());
      await arrived(await this.#send(filing), { fields: filing.fields, again: false });
    } catch (error) {
      this.#tell(error);
    } finally {
      this.#busy = false;
    }
  }

  /** @param {import("./pending.js").Pending} kept @returns {Promise<Receipt>} */
  async #send({ key, bytes, fields }) {
    this.#progress.at("send");
    try {
      const receipt = await filing(this.#target, bytes, key);
      await this.#pending.end();
      return await this.#follow(receipt);
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

  /** @param {Receipt} receipt @returns {Promise<Receipt>} as it is once it is stored, or patience is over */
  async #follow(receipt) {
    this.#progress.at("store");
    let latest = await this.#ask(receipt);
    const end = Date.now() + PATIENCE;
    for (let wait = FIRST_WAIT; latest.status === "received" && !latest.hidden && Date.now() < end; wait = Math.min(wait * 1.6, LONGEST_WAIT)) {
      await new Promise((resolve) => { setTimeout(resolve, wait); });
      latest = await this.#ask(latest);
    }
    return latest;
  }

  /** @param {Receipt} latest @returns {Promise<Receipt>} */
  async #ask(latest) {
    try {
      return { ...latest, ...await filed(latest.id) };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // A clerk may file for somebody whose own document, just the same, is not theirs to read.
      if (error.status === 404) return { ...latest, hidden: true };
      // It is filed already: a network that comes and goes only delays the news.
      if (!error.transient) throw error;
      this.#progress.note(t("Hồ sơ đã được tiếp nhận. Đang chờ kết nối lại để biết đã lưu xong chưa."));
      return latest;
    }
  }

  /** @param {unknown} error */
  #tell(error) {
    if (!(error instanceof Problem)) {
      this.#progress.clear();
      throw error;
    }
    this.#progress.failed(error, error.transient || error.code === "office" ? this.#again : null);
    if (error.findings.length > 0) throw error;
  }
}
