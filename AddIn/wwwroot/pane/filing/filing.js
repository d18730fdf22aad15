// @ts-check
import { all, one } from "../../lib/dom.js";
import { Problem } from "../../lib/problems.js";
import { reported } from "../../lib/report.js";
import { t } from "../../lib/text.js";
import { FILED } from "../kept/kept.js";
import { Progress } from "./progress.js";
import { showReceipt } from "./receipt.js";
import { forgetComments } from "../fields/row-list.js";
import { Standing } from "./standing.js";
import { Submission } from "./submission.js";
import { collect } from "../fields/values.js";

/** @typedef {import("../editor.js").Desk} Desk */

/** Files the form, and says what came of it. */
export class Filing {
  /** @type {Desk} */ #desk;
  /** @type {import("../document/exchange.js").Exchange} */ #exchange;
  /** @type {import("../drafts/drafting.js").Drafting} */ #drafting;
  /** @type {Standing} */ #standing;
  /** @type {Progress} */ #progress;
  /** @type {Submission} */ #submission;
  /** What the document that stands says. */ #filed = "";

  /** @param {Desk} desk @param {import("../document/exchange.js").Exchange} exchange @param {import("../drafts/drafting.js").Drafting} drafting */
  constructor(desk, exchange, drafting) {
    [this.#desk, this.#exchange, this.#drafting] = [desk, exchange, drafting];
    this.#standing = new Standing(desk.root, desk.data);
    this.#progress = new Progress(desk.root);
    this.#submission = new Submission(desk.data, this.#progress, () => reported(() => this.submit()));
    this.#filed = JSON.stringify(desk.given);
  }

  /** Files what the form says, once it is whole and nobody minds. */
  async submit() {
    if (this.#desk.check().some(({ severity }) => severity === "error")) return this.#desk.reveal();
    this.#drafting.keep();
    const fields = JSON.stringify(collect(this.#desk.form));
    const again = (await this.#submission.unfinished())?.fields === fields;
    if (!again && !(await this.#standing.mayBeReplaced(fields !== this.#filed))) return;
    await this.#drafting.rest();
    try {
      await this.#submission.file(() => JSON.stringify(collect(this.#desk.form)), () => this.#exchange.prepared(), (filing, sent) => this.#arrived(filing, sent));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.#desk.check(error.findings);
      this.#desk.reveal();
    } finally {
      this.#drafting.wake(null);
    }
  }

  /** Says that a filing of before has no receipt yet. */
  async remind() {
    if (await this.#submission.unfinished()) {
      this.#desk.notices.inBar(t("Lần nộp trước chưa có biên nhận. Bấm «Nộp» để gửi lại đúng bản đó; hệ thống không tính hai lần."), "warning");
    }
  }

  /** @param {import("../document/documents.js").Filing} filing @param {{ fields: string, again: boolean }} sent */
  async #arrived(filing, { fields, again }) {
    const { submission, revision } = this.#standing.shown;
    const kind = !again && filing.id === submission ? "same" : filing.revision > 1 ? "next" : "first";
    this.#filed = fields;
    this.#drafting.wake(JSON.parse(fields));
    if (kind !== "same") for (const list of all(this.#desk.form, "[data-rows]")) forgetComments(list);
    one(this.#desk.root, "[data-submit]").textContent = t("Nộp lại");
    this.#progress.clear();
    this.#desk.root.dispatchEvent(new CustomEvent(FILED));
    showReceipt(this.#desk.root, filing, this.#desk.data, { kind, replaced: revision });
    await this.#standing.renew();
  }
}
