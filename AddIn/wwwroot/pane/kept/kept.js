// @ts-check
import { reported } from "../../lib/report.js";
import { documentAddress } from "../../office/address.js";

/** @typedef {import("../../office/host.js").Host} Host */
/** @typedef {import("../../office/host.js").Filled} Filled */
/** @typedef {import("../../office/host.js").Insertion} Insertion */
/** @typedef {import("./store.js").Deed} Deed */
/** @typedef {Host & { replace: (filled: Filled, what?: Deed, before?: Uint8Array) => Promise<Insertion> }} KeepingHost `before` is the document that a browser cannot look up */

/** Tells the form's root that a document was received, and so nobody goes back behind it. */
export const FILED = "hoctap:filed";

/** Keeps the open document before anything takes its place, and puts it back when asked to. */
export class Kept {
  /** @type {HTMLElement} */ #root;
  /** @type {Host} */ #host;
  /** @type {string} */ #target;

  /** @param {HTMLElement} root the editor @param {import("../target.js").Target} target @param {Host} host */
  constructor(root, { caller, campaign, form, organization, person }, host) {
    this.#root = root;
    this.#host = host;
    this.#target = [caller, campaign, form, organization, person ?? ""].join(":");
    root.addEventListener(FILED, () => reported(async () => {
      await (await import("./store.js")).dropAll(this.#target);
      await this.offer();
    }));
  }

  /** @returns {KeepingHost} the host, which keeps what it replaces */
  get host() {
    return {
      ...this.#host,
      insert: (filled, tags) => this.#keeping("insert", filled.name, undefined, () => this.#host.insert(filled, tags)),
      replace: (filled, /** @type {Deed} */ what = "replace", /** @type {Uint8Array | undefined} */ before = undefined) => this.#keeping(what, filled.name, before, () => this.#host.replace(filled)),
    };
  }

  /** Shows what can be taken back, if anything. */
  async offer() {
    const [{ last }, { showOffer }] = await Promise.all([import("./store.js"), import("./offer.js")]);
    showOffer(this.#root, await last(this.#target, documentAddress()), (kept) => reported(() => this.undo(kept)));
  }

  /**
   * Puts the kept document back; what it takes the place of is kept in its stead.
   * @param {import("./store.js").Kept} [given] the last one when it is not told
   * @returns {Promise<void>}
   */
  async undo(given) {
    const { keep, last, drop } = await import("./store.js");
    const kept = given ?? await last(this.#target, documentAddress());
    if (!kept) return;
    const bytes = await this.#host.current();
    const came = await this.#host.replace({ bytes: kept.bytes, name: kept.name });
    if (came === "inserted" && bytes) {
      await keep({ ...kept, id: undefined, bytes, at: new Date().toISOString(), ...(kept.what === "undo" ? { what: kept.of ?? "replace", of: undefined } : { what: "undo", of: kept.what }) });
      await drop(kept.id ?? 0);
    }
    await this.offer();
    (await import("./offer.js")).tellUndone(this.#root, came);
  }

  /** @param {Deed} what @param {string} name @param {Uint8Array | undefined} before @param {() => Promise<Insertion>} act */
  async #keeping(what, name, before, act) {
    const bytes = before ?? await this.#host.current();
    if (!bytes) return act();
    const { keep, drop } = await import("./store.js");
    const id = await keep({ target: this.#target, address: documentAddress(), what, at: new Date().toISOString(), name, bytes });
    try {
      const came = await act();
      // Nothing was replaced where the new document went elsewhere; a browser's file was, as far as the person is concerned.
      if (came === "opened" || (came === "saved" && !before)) await drop(id);
      return came;
    } catch (error) {
      await drop(id);
      throw error;
    } finally {
      await this.offer();
    }
  }
}
