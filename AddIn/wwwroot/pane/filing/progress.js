// @ts-check
import { all, announce, copyOf, one } from "../../lib/dom.js";
import { language, t } from "../../lib/text.js";
import { localNumber, moment } from "../../lib/words.js";

/** @typedef {"prepare" | "send" | "store"} Step */
/** @typedef {import("./pending.js").Pending} Pending */

const STEPS = ["prepare", "send", "store"];

/** The way of one filing, in its real steps. */
export class Progress {
  /** @type {HTMLElement} */ #root;
  /** @type {HTMLElement} */ #place;
  /** @type {HTMLElement | null} */ #card = null;

  /** @param {HTMLElement} root the editor */
  constructor(root) {
    this.#root = root;
    this.#place = one(root, "[data-outcome]");
  }

  /** Shows the steps, none of them done. @param {{ unasked?: boolean }} [how] unasked when the person did something else meanwhile: the focus then stays there */
  begin({ unasked = false } = {}) {
    this.#card = copyOf(this.#root, "[data-progress-template]");
    this.#place.replaceChildren(this.#card);
    if (!unasked) one(this.#card, "[data-progress-title]").focus();
    return this.#card;
  }

  /** @param {Step} step the one that is under way now */
  at(step) {
    const card = this.#current();
    const reached = STEPS.indexOf(step);
    /** @type {HTMLProgressElement} */ (one(card, "[data-progress]")).value = reached + 0.5;
    for (const item of all(card, "[data-step]")) {
      const place = STEPS.indexOf(item.dataset.step ?? "");
      item.dataset.reached = place < reached ? "past" : place === reached ? "now" : "";
      if (place === reached) announce(item.textContent ?? "");
    }
  }

  /** @param {string} words what the user should know meanwhile */
  note(words) {
    if (this.#card) one(this.#card, "[data-progress-note]").textContent = words;
  }

  /**
   * Stops at the step under way and tells why.
   * @param {Pick<import("../../lib/problems.js").Problem, "title" | "detail" | "told">} problem
   * @param {(() => void) | null} again sends the same once more; null when that is of no use
   */
  failed(problem, again) {
    const card = this.#current();
    this.#tell(card, problem);
    const button = one(card, "[data-resend]");
    button.hidden = !again;
    button.onclick = () => {
      button.hidden = true;
      again?.();
    };
    (again ? button : one(card, "[data-progress-title]")).focus();
  }

  /**
   * Tells that the filing is kept on this machine and goes out by itself: a receipt of this machine's own.
   * @param {Pending} waiting
   * @param {{ words: string, survives: boolean, unasked: boolean, again: () => void, takeBack: () => void }} more why it waits; whether it is still there after the page was closed
   */
  waits(waiting, { words, survives, unasked, again, takeBack }) {
    const card = this.#local(waiting, unasked, takeBack);
    card.dataset.tone = "warning";
    const title = one(card, "[data-progress-title]");
    title.textContent = t("Chưa gửi được, hồ sơ đang chờ");
    this.note(`${words} ${survives ? t("Hồ sơ được giữ trên máy này và tự gửi khi có mạng, kể cả sau khi đóng rồi mở lại trang. Hệ thống chỉ tính một lần.") : t("Trình duyệt này không giữ được hồ sơ khi đóng trang: hãy để trang mở cho đến khi có biên nhận.")}`);
    one(card, "[data-resend]").hidden = false;
    one(card, "[data-resend]").onclick = again;
    announce(`${title.textContent}. ${t("Số phiếu chờ")} ${localNumber(waiting.key)}.`);
  }

  /**
   * Tells that what waited was not taken when it was sent at last.
   * @param {Pending} waiting
   * @param {import("./pending.js").Refusal} refusal
   * @param {() => void} takeBack
   */
  refused(waiting, refusal, takeBack) {
    this.#tell(this.#local(waiting, true, takeBack), refusal);
    announce(`${refusal.title} ${refusal.detail}`);
  }

  /** @param {HTMLElement} card @param {Pick<import("../../lib/problems.js").Problem, "title" | "detail" | "told">} problem */
  #tell(card, problem) {
    card.dataset.tone = "danger";
    for (const place of ["[data-progress-title]", "[data-progress-note]"]) one(card, place).lang = problem.told ? "vi" : language();
    one(card, "[data-progress-title]").textContent = problem.title;
    this.note(problem.detail);
  }

  /** @param {Pending} waiting @param {boolean} unasked @param {() => void} takeBack */
  #local({ key, at, title }, unasked, takeBack) {
    const card = this.begin({ unasked });
    for (const place of ["[data-progress]", "[data-steps]"]) one(card, place).hidden = true;
    one(card, "[data-local-number]").textContent = localNumber(key);
    one(card, "[data-local-time]").textContent = moment(new Date(at));
    one(card, "[data-local-title]").textContent = title;
    for (const place of ["[data-local-receipt]", "[data-take-back]"]) one(card, place).hidden = false;
    one(card, "[data-take-back]").onclick = takeBack;
    return card;
  }

  /** Takes it all away. */
  clear() {
    this.#card = null;
    this.#place.replaceChildren();
  }

  #current() {
    if (!this.#card) this.begin();
    return /** @type {HTMLElement} */ (this.#card);
  }
}
