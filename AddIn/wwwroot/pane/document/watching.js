// @ts-check

/** Listens to the controls of the document, and again to those that took their place. */
export class Watching {
  #port; #tags; #told;
  /** How many controls of each tag are watched. */ #shape = "";
  /** @type {() => Promise<void>} */ #unwatch = async () => {};

  /** @param {typeof import("../../office/live.js")} port @param {string[]} tags @param {() => void} told */
  constructor(port, tags, told) {
    this.#port = port;
    this.#tags = tags;
    this.#told = told;
  }

  /** @param {Map<string, string[]>} controls as the document has them now */
  async follow(controls) {
    const shape = this.#tags.map((tag) => controls.get(tag)?.length ?? 0).join();
    if (shape === this.#shape) return;
    const before = this.#unwatch;
    this.#shape = shape;
    this.#unwatch = await this.#port.watch(this.#tags, this.#told);
    await before();
    // What was typed before they were listened to is told by nobody: look once more.
    this.#told();
  }

  /** The controls that were watched are gone. */
  forget() {
    this.#shape = "";
  }

  /** Listens no longer. */
  async end() {
    await this.#unwatch();
  }
}
