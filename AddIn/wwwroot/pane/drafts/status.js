// @ts-check
import { one } from "../../lib/dom.js";
import { reported } from "../../lib/report.js";
import { t } from "../../lib/text.js";
import { clock, moment } from "../../lib/words.js";

/** Says truthfully where the draft is kept, and which one was opened. */
export class DraftStatus {
  /** @type {HTMLElement} */ #line;
  /** @type {HTMLElement} */ #note;
  /** @type {HTMLElement} */ #look;
  /** Whether this browser kept the last one. */ #here = true;
  #at = "";

  /** @param {HTMLElement} root the editor @param {() => unknown} look shows what another device has kept */
  constructor(root, look) {
    this.#line = one(root, "[data-saved]");
    this.#note = one(root, "[data-draft-note]");
    this.#look = one(root, "[data-other-draft]");
    this.#look.addEventListener("click", () => reported(look));
  }

  /**
   * @param {boolean} here true when this browser keeps it
   * @param {boolean} there true when the service keeps it
   * @param {Date} [at]
   */
  kept(here, there, at = new Date()) {
    [this.#here, this.#at] = [here, clock(at)];
    if (here && there) this.#say(t("Đã giữ bản nháp lúc {0}, mở được cả trên máy khác.", this.#at));
    else if (there) this.#say(t("Đã giữ bản nháp trên hệ thống lúc {0}.", this.#at));
    else if (here) this.#say(t("Đã giữ bản nháp trên máy này lúc {0}.", this.#at));
    else this.#say(t("Trình duyệt này không giữ được bản nháp; đang gửi lên hệ thống."));
  }

  /** @param {import("../../lib/problems.js").Problem} problem why the service does not have it */
  notSent({ code, status, transient }) {
    if (!this.#here) this.#say(t("Chưa giữ được bản nháp ở đâu cả; đừng đóng trang trước khi nộp."));
    else if (code === "network") this.#say(t("Không có mạng: bản nháp mới giữ trên máy này lúc {0}, có mạng sẽ tự gửi.", this.#at));
    else if (transient) this.#say(t("Bản nháp mới giữ trên máy này lúc {0}; hệ thống đang bận, sẽ tự gửi sau.", this.#at));
    else if (status === 401) this.#say(t("Bản nháp mới giữ trên máy này lúc {0}; phiên làm việc đã hết, đăng nhập lại sẽ gửi tiếp.", this.#at));
    else this.#say(t("Bản nháp chỉ giữ trên máy này lúc {0}.", this.#at));
  }

  /** Another device or window keeps another draft, and nobody has decided yet. */
  other() {
    this.#say(t("Có bản nháp khác, giữ từ máy hoặc cửa sổ khác."));
    this.#look.hidden = false;
  }

  /** @param {Date} at when the opened draft was kept @param {boolean} outdated true when something was filed since */
  opened(at, outdated) {
    const newer = outdated ? ` ${t("Từ lúc đó đã có bản nộp mới hơn; hãy xem kỹ trước khi nộp.")}` : "";
    one(this.#note, "[data-draft-text]").textContent = t("Đã mở lại bản nháp gõ lúc {0}.", moment(at)) + newer;
    this.#note.hidden = false;
  }

  clear() {
    this.#note.hidden = true;
    this.#say("");
  }

  /** @param {string} words */
  #say(words) {
    this.#line.textContent = words;
    this.#look.hidden = true;
  }
}
