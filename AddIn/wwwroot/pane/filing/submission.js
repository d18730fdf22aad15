// @ts-check
import { Problem } from "../../lib/problems.js";
import { t } from "../../lib/text.js";
import { pending } from "./pending.js";
import { received } from "./queue.js";
import { mayStillArrive, send, standing } from "./sending.js";

/** @typedef {import("./pending.js").Pending} Pending */
/** @typedef {import("../document/documents.js").Filing} Receipt */
/** @typedef {(receipt: Receipt, sent: { fields: string, again: boolean }) => Promise<void>} Arrived `again` when the same had been sent before and its answer was lost */
/** @typedef {{ prepared: () => Promise<import("../document/exchange.js").Made | null>, snapshot: () => Promise<Uint8Array | null> }} Making `prepared` needs the service, null when the user thought better of it; `snapshot` is what is there without it */

const FIRST_WAIT = 400;
const LONGEST_WAIT = 5_000;
const PATIENCE = 60_000;

/** Files a document exactly once, however often somebody clicks, reloads or loses the network. */
export class Submission {
  /** @type {() => import("./pending.js").About} */ #about;
  /** @type {import("./progress.js").Progress} */ #progress;
  /** @type {ReturnType<typeof pending>} */ #pending;
  /** @type {(waiting: Pending, problem: Problem) => void} */ #waits;
  /** @type {() => void} */ #again;
  #busy = false;

  /**
   * @param {() => import("./pending.js").About} about
   * @param {import("./progress.js").Progress} progress
   * @param {{ again: () => void, waits: (waiting: Pending, problem: Problem) => void }} then `again` is what «Gửi lại» does; `waits` tells that the filing is kept and goes on by itself
   */
  constructor(about, progress, { again, waits }) {
    [this.#about, this.#progress, this.#again, this.#waits] = [about, progress, again, waits];
    this.#pending = pending(about().target);
  }

  /** @returns {Promise<Pending | null>} a filing of before that has no receipt */
  unfinished() {
    return this.#pending.read();
  }

  /**
   * Files. A filing of the same values that has no receipt yet is sent again with its own key and bytes; what can't be sent now is kept and sent later.
   * @param {() => string} fields the JSON of the values as they are
   * @param {Making} making
   * @param {Arrived} arrived called once there is a receipt
   * @returns {Promise<void>}
   * @throws {Problem} with findings to show at the fields
   */
  async file(fields, making, arrived) {
    if (this.#busy) return;
    this.#busy = true;
    try {
      this.#progress.begin();
      this.#progress.at("prepare");
      const before = await this.#pending.read();
      if (before?.fields === fields() && !before.refused) return await this.#send(before, before.tried, arrived);
      const waiting = await this.#kept(fields, making);
      if (waiting) await this.#send(waiting, false, arrived);
      else this.#progress.clear();
    } catch (error) {
      this.#tell(error);
    } finally {
      this.#busy = false;
    }
  }

  /** Follows a filing that was received until it is stored, or patience is over. @param {Receipt} receipt @returns {Promise<Receipt>} */
  async follow(receipt) {
    let latest = await this.#ask(receipt);
    const end = Date.now() + PATIENCE;
    for (let wait = FIRST_WAIT; latest.status === "received" && !latest.hidden && Date.now() < end; wait = Math.min(wait * 1.6, LONGEST_WAIT)) {
      await new Promise((resolve) => { setTimeout(resolve, wait); });
      latest = await this.#ask(latest);
    }
    return latest;
  }

  /** @param {() => string} fields @param {Making} making @returns {Promise<Pending | null>} */
  async #kept(fields, { prepared, snapshot }) {
    try {
      const made = await prepared();
      // What is typed while the document is made is not in it, and stays a draft.
      return made && await this.#pending.begin(made.bytes, true, JSON.stringify(made.fields), this.#about());
    } catch (error) {
      if (!(error instanceof Problem) || !mayStillArrive(error)) throw error;
      return this.#pending.begin(await snapshot(), false, fields(), this.#about());
    }
  }

  /** @param {Pending} waiting @param {boolean} again @param {Arrived} arrived @returns {Promise<void>} */
  async #send(waiting, again, arrived) {
    this.#progress.at("send");
    let receipt;
    try {
      receipt = await send(waiting, { quiet: false });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // Another document has used this key: a new key is a new filing.
      if (error.code === "409.1" && waiting.bytes) return this.#send(await this.#pending.begin(waiting.bytes, true, waiting.fields, this.#about()), again, arrived);
      if (!mayStillArrive(error)) throw error;
      return this.#waits(waiting, error);
    }
    if (!receipt) return this.#progress.clear();
    this.#progress.at("store");
    await received(waiting, receipt);
    await arrived(await this.follow(receipt), { fields: waiting.fields, again });
  }

  /** @param {Receipt} latest @returns {Promise<Receipt>} */
  async #ask(latest) {
    try {
      return await standing(latest);
    } catch (error) {
      // It is filed already: a network that comes and goes only delays the news.
      if (!(error instanceof Problem) || !mayStillArrive(error)) throw error;
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
