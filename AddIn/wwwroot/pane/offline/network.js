// @ts-check
// Says whether the service can be reached, what is kept where meanwhile, and what this browser cannot keep.
import { one } from "../../lib/dom.js";
import { RELEASE } from "../../lib/release.js";
import { keep, recall } from "../../lib/storage.js";
import { t } from "../../lib/text.js";
import { moment } from "../../lib/words.js";

const PROBE_PAUSE = 15_000;
const TOLD = "told-no-worker";

/** The line at the top of the pane that tells how it stands with the network. */
export class Network {
  /** @type {HTMLElement} */ #place;
  /** When what is shown was current, while it is not from just now. @type {Date | null} */ #from = null;
  #away = false;
  #works = !RELEASE || Boolean(navigator.serviceWorker);
  /** @type {number | undefined} */ #timer;

  /** @param {HTMLElement} root the pane */
  constructor(root) {
    this.#place = one(root, "[data-network]");
    addEventListener("offline", () => this.#is(true));
    addEventListener("service-away", () => this.#is(true));
    addEventListener("service-reached", () => this.#is(false));
    addEventListener("online", () => void reachable());
    addEventListener("kept-shown", (event) => {
      this.#from = /** @type {CustomEvent<{ at: Date | null }>} */ (event).detail.at;
      this.#say();
    });
    if (!navigator.onLine) this.#is(true);
  }

  /** Once, in plain words: this browser can't open the page without a network. */
  noWorker() {
    this.#works = false;
    if (this.#away) return this.#say();
    if (recall(TOLD) || this.#place.hasChildNodes()) return;
    keep(TOLD, true);
    this.#put(NO_WORKER, "info");
  }

  /** @param {boolean} away */
  #is(away) {
    clearTimeout(this.#timer);
    if (away) this.#timer = setTimeout(() => void reachable(), PROBE_PAUSE);
    if (away === this.#away) return;
    this.#away = away;
    if (!away) this.#from = null;
    this.#say();
  }

  #say() {
    const old = this.#from ? ` ${t("Trang này là bản giữ lúc {0}.", moment(this.#from))}` : "";
    if (this.#away) this.#put(`${navigator.onLine ? t("Không kết nối được với hệ thống.") : t("Đang ngoại tuyến.")} ${HELD} ${this.#works ? "" : NO_WORKER}${old}`, "warning");
    else if (this.#from) this.#put(`${t("Hệ thống trả lời chậm.")}${old}`, "warning");
    else this.#place.replaceChildren();
  }

  /** @param {string} words @param {string} tone */
  #put(words, tone) {
    if (this.#place.textContent === words) return;
    const box = Object.assign(document.createElement("p"), { className: "notice", textContent: words });
    box.dataset.tone = tone;
    this.#place.replaceChildren(box);
  }
}

const HELD = t("Cứ gõ, kiểm tra và bấm «Nộp» như thường: tất cả được giữ trên máy này và tự gửi khi có mạng.");
const NO_WORKER = t("Trình duyệt này không mở được trang khi mất mạng. Lúc mất mạng, hãy để trang mở; những gì đã gõ vẫn được giữ trên máy này.");

/** @returns {Promise<boolean>} true when the service answers */
export async function reachable() {
  try {
    const { status } = await fetch("/pane", { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(4_000) });
    dispatchEvent(new Event(status < 500 ? "service-reached" : "service-away"));
    return status < 500;
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
    dispatchEvent(new Event("service-away"));
    return false;
  }
}

