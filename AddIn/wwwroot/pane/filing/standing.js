// @ts-check
import { one } from "../../lib/dom.js";
import { fragment } from "../../lib/fragments.js";
import { Problem } from "../../lib/problems.js";
import { ask } from "../../lib/question.js";
import { t } from "../../lib/text.js";
import { targetQuery } from "../target.js";

/** The document that stands for the duty, as the form shows it; and the question before it is replaced. */
export class Standing {
  /** @type {HTMLElement} */ #root;
  /** @type {string} */ #path;
  #agreed = "";

  /** @param {HTMLElement} root the editor @param {import("../target.js").Target} target */
  constructor(root, target) {
    this.#root = root;
    this.#path = `/pane/forms/${target.form}/current${targetQuery(target)}`;
  }

  /** @returns {{ submission: string, state: string, revision: number }} what the form shows; submission is "" when nothing was filed */
  get shown() {
    const { submission = "", state = "", revision = "0" } = one(this.#root, "[data-current]").dataset;
    return { submission, state, revision: Number(revision) };
  }

  /**
   * Looks what stands now, and asks before something newer or confirmed is replaced; each document once.
   * @param {boolean} changed false when the form still says what the document says
   * @returns {Promise<boolean>} false when the person thought better of it
   */
  async mayBeReplaced(changed) {
    const before = this.shown;
    if (!(await this.renew())) return true;
    const now = this.shown;
    if (now.submission === "" || now.submission === this.#agreed) return true;
    const newer = now.submission !== before.submission;
    const confirmed = changed && ["accepted", "evaluated"].includes(now.state);
    if (!newer && !confirmed) return true;
    const go = await ask(newer ? newerQuestion(now.revision, confirmed) : CONFIRMED) === "file";
    if (go) this.#agreed = now.submission;
    return go;
  }

  /** @returns {Promise<boolean>} false when the service could not be asked */
  async renew() {
    try {
      one(this.#root, "[data-current]").replaceWith(one(await fragment(this.#path), "[data-current]"));
      return true;
    } catch (error) {
      if (error instanceof Problem && error.transient) return false;
      throw error;
    }
  }
}

/** @typedef {import("../../lib/question.js").Question} Question */

/** @type {Question} */
const CONFIRMED = {
  title: t("Bản đã được xác nhận"),
  words: [t("Nộp bản mới thì phải xem xét lại; lời xác nhận của bản cũ không còn hiệu lực.")],
  answers: [{ value: "file", label: t("Nộp bản mới"), look: "primary" }, { value: "", label: t("Thôi, giữ bản cũ") }],
};

/** @param {number} revision @param {boolean} confirmed @returns {Question} */
const newerQuestion = (revision, confirmed) => ({
  title: t("Đã có bản số {0}, nộp sau khi biểu mẫu này được mở", revision),
  words: [
    confirmed ? t("Nộp tiếp thì bản của bạn thay cho bản số {0}, dù bản đó đã được xác nhận.", revision) : t("Nộp tiếp thì bản của bạn thay cho bản số {0}.", revision),
    t("Muốn xem bản đó trước, hãy tải lại trang; những gì đã gõ vẫn được giữ trong bản nháp."),
  ],
  answers: [{ value: "", label: t("Thôi, chưa nộp"), look: "primary" }, { value: "file", label: t("Nộp bản của tôi") }],
});
