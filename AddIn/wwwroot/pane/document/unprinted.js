// @ts-check
import { collect } from "../fields/values.js";
import { withValues } from "./own-part.js";

/** What is not printed lives in the part of the document; row ids as well. */
export class Unprinted {
  #form; #host; #port; #printed;
  #told = "";

  /**
   * @param {HTMLElement} form
   * @param {import("../../office/host.js").Host} host
   * @param {typeof import("../../office/live.js")} port
   * @param {string[]} printed the tags of what is printed
   */
  constructor(form, host, port, printed) {
    this.#form = form;
    this.#host = host;
    this.#port = port;
    this.#printed = new Set(printed);
    this.#told = this.#signature();
  }

  /** Writes it into the document when it is something else than before. */
  async tell() {
    const now = this.#signature();
    if (now === this.#told) return;
    this.#told = now;
    const xml = await this.#host.part();
    if (xml) await this.#port.writePart(withValues(xml, collect(this.#form)));
  }

  #signature() {
    return JSON.stringify(collect(this.#form), (key, value) => (this.#printed.has(key) ? undefined : value));
  }
}
