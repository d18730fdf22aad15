// @ts-check
import { all, announce, copyOf, one } from "../lib/dom.js";
import { moment, receiptNumber, stateLabel } from "../lib/words.js";

/** @typedef {"prepare" | "send" | "store" | "done"} Step */

const STEPS = ["prepare", "send", "store", "done"];

/** The way of one filing, in its real steps, down to the receipt. */
export class Progress {
  /** @type {HTMLElement} */ #root;
  /** @type {HTMLElement} */ #place;
  /** @type {HTMLElement | null} */ #card = null;

  /** @param {HTMLElement} root the editor */
  constructor(root) {
    this.#root = root;
    this.#place = one(root, "[data-outcome]");
  }

  /** Shows the steps, none of them done. */
  begin() {
    this.#card = copyOf(this.#root, "[data-progress-template]");
    this.#place.replaceChildren(this.#card);
    one(this.#card, "[data-progress-title]").focus();
  }

  /** @param {Step} step the one that is under way now */
  at(step) {
    const card = this.#current();
    const reached = STEPS.indexOf(step);
    /** @type {HTMLProgressElement} */ (one(card, "[data-progress]")).value = step === "done" ? STEPS.length : reached + 0.5;
    for (const item of all(card, "[data-step]")) {
      const place = STEPS.indexOf(item.dataset.step ?? "");
      item.dataset.reached = place < reached || step === "done" ? "past" : place === reached ? "now" : "";
      if (place === reached) announce(item.textContent ?? "");
    }
  }

  /** @param {string} words what the user should know meanwhile */
  note(words) {
    one(this.#current(), "[data-progress-note]").textContent = words;
  }

  /**
   * Stops at the step under way and tells why.
   * @param {import("../lib/problems.js").Problem} problem
   * @param {(() => void) | null} again sends the same once more; null when that is of no use
   */
  failed(problem, again) {
    const card = this.#current();
    card.dataset.tone = "danger";
    one(card, "[data-progress-title]").textContent = problem.title;
    this.note(problem.detail);
    const button = one(card, "[data-resend]");
    button.hidden = !again;
    button.onclick = again;
    (again ? button : one(card, "[data-progress-title]")).focus();
  }

  /** Takes it all away. */
  clear() {
    this.#card = null;
    this.#place.replaceChildren();
  }

  /**
   * @param {import("./documents.js").Filing} filing
   * @param {import("./target.js").Target} target
   */
  receipt(filing, target) {
    const card = copyOf(this.#root, "[data-receipt-template]");
    const parked = filing.status === "parked";
    const waiting = filing.status === "received";
    if (parked || waiting) card.dataset.tone = "warning";
    put(card, "title", parked ? "Đã tiếp nhận, chưa lưu được" : waiting ? "Đã tiếp nhận" : "Đã nộp xong");
    put(card, "number", receiptNumber(filing.id));
    put(card, "time", moment(filing.receivedAt ? new Date(filing.receivedAt) : new Date()));
    put(card, "state", stateLabel(filing.status)).dataset.state = filing.status;
    put(card, "revision", String(filing.revision));
    const note = put(card, "note", noteOf(filing));
    note.hidden = note.textContent === "";
    /** @type {HTMLAnchorElement} */ (one(card, "[data-receipt-document]")).href = `/api/submissions/${filing.id}/document`;
    one(card, "[data-receipt-document]").hidden = parked || waiting;
    const register = { mau01: "tasks", mau02: "models", mau03: "plans" }[target.form] ?? "plans";
    /** @type {HTMLAnchorElement} */ (one(card, "[data-receipt-register]")).href = `/registers?register=${register}&campaign=${encodeURIComponent(target.campaign)}`;
    this.#card = null;
    this.#place.replaceChildren(card);
    one(card, "[data-receipt-title]").focus();
    announce(`${one(card, "[data-receipt-title]").textContent}. Số biên nhận ${receiptNumber(filing.id)}.`);
  }

  #current() {
    if (!this.#card) this.begin();
    return /** @type {HTMLElement} */ (this.#card);
  }
}

/** @param {import("./documents.js").Filing} filing */
function noteOf({ status }) {
  if (status === "parked") return "Hệ thống đã giữ hồ sơ của bạn nhưng chưa lưu được vào SharePoint. Bạn không phải nộp lại; quản trị viên sẽ xử lý.";
  if (status === "received") return "Hệ thống đã giữ hồ sơ và sẽ tự lưu vào SharePoint khi kết nối được. Bạn có thể đóng trang này.";
  return "";
}

/** @param {HTMLElement} card @param {string} name @param {string} words */
function put(card, name, words) {
  const place = one(card, `[data-receipt-${name}]`);
  place.textContent = words;
  return place;
}
