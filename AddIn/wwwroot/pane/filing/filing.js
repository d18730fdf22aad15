// @ts-check
import { all, one } from "../../lib/dom.js";
import { Problem } from "../../lib/problems.js";
import { reported } from "../../lib/report.js";
import { owner } from "../../lib/session.js";
import { t } from "../../lib/text.js";
import { FILED } from "../kept/kept.js";
import { targetOf } from "../target.js";
import { Progress } from "./progress.js";
import { isAbout, onNews, received, takeBack, waits } from "./queue.js";
import { showReceipt } from "./receipt.js";
import { forgetComments } from "../fields/row-list.js";
import { Standing } from "./standing.js";
import { survives } from "./store.js";
import { Submission } from "./submission.js";
import { collect } from "../fields/values.js";

/** @typedef {import("../editor.js").Desk} Desk */
/** @typedef {import("./pending.js").Pending} Pending */

/** Files the form, and says what came of it. */
export class Filing {
  /** @type {Desk} */ #desk;
  /** @type {import("../document/exchange.js").Exchange} */ #exchange;
  /** @type {import("../drafts/drafting.js").Drafting} */ #drafting;
  /** @type {Standing} */ #standing;
  /** @type {Progress} */ #progress;
  /** @type {Submission} */ #submission;
  /** What the document that stands says. */ #filed = "";
  /** What goes out by itself once there is a network; its draft stays on this machine. @type {Pending | null} */ #waiting = null;
  #submitting = false;

  /** @param {Desk} desk @param {import("../document/exchange.js").Exchange} exchange @param {import("../drafts/drafting.js").Drafting} drafting @param {AbortSignal} until */
  constructor(desk, exchange, drafting, until) {
    [this.#desk, this.#exchange, this.#drafting] = [desk, exchange, drafting];
    this.#standing = new Standing(desk.root, desk.data);
    this.#progress = new Progress(desk.root);
    this.#submission = new Submission(() => this.#about, this.#progress, {
      again: () => reported(() => this.submit()),
      waits: (waiting, problem) => this.#waits(waiting, problem),
    });
    this.#filed = JSON.stringify(desk.given);
    onNews((news) => { if (isAbout(news, desk.data) && !this.#submitting) void reported(() => this.#hear(news)); }, until);
  }

  /** Files what the form says, once it is whole and nobody minds. */
  async submit() {
    if (this.#submitting) return;
    if (this.#desk.check().some(({ severity }) => severity === "error")) return this.#desk.reveal();
    this.#submitting = true;
    this.#waiting = null;
    try {
      await this.#file();
    } finally {
      this.#submitting = false;
    }
  }

  async #file() {
    this.#drafting.keep();
    const fields = JSON.stringify(collect(this.#desk.form));
    const before = await this.#submission.unfinished();
    const again = before?.fields === fields && !before.refused;
    if (!again && !(await this.#standing.mayBeReplaced(fields !== this.#filed))) return;
    await this.#drafting.rest();
    try {
      const making = { prepared: () => this.#exchange.prepared(), snapshot: () => this.#exchange.snapshot() };
      await this.#submission.file(() => JSON.stringify(collect(this.#desk.form)), making, (filing, sent) => this.#arrived(filing, sent));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.#desk.check(error.findings);
      this.#desk.reveal();
    } finally {
      if (!this.#waiting) this.#drafting.wake(null);
    }
  }

  /** Says that a filing of before has no receipt yet, or was refused. */
  async remind() {
    const before = await this.#submission.unfinished();
    if (before?.refused) return this.#refused(before, before.refused);
    if (!before) return;
    this.#waiting = before;
    await this.#drafting.rest();
    if ((await this.#submission.unfinished())?.key === before.key) this.#show(before, t("Lần nộp trước chưa có biên nhận."), true);
  }

  /** @returns {import("./pending.js").About} */
  get #about() {
    const title = [one(this.#desk.root, "[data-editor-title]").textContent, this.#desk.data.personName ?? "", this.#desk.data.year].filter(Boolean).join(" · ");
    return { target: targetOf(this.#desk.data), owner: owner(), title, standing: this.#standing.shown.submission };
  }

  /** @param {Pending} waiting @param {Problem} problem */
  #waits(waiting, problem) {
    this.#waiting = waiting;
    this.#show(waiting, problem.title, false);
    waits(waiting);
  }

  /** @param {Pending} waiting @param {string} words why it waits @param {boolean} unasked */
  #show(waiting, words, unasked) {
    this.#progress.waits(waiting, {
      words, unasked, survives: survives(),
      again: () => reported(() => this.submit()),
      takeBack: () => reported(() => takeBack(waiting)),
    });
  }

  /** @param {import("./queue.js").News} news about the filing of this form that waits */
  async #hear({ waiting, receipt, problem }) {
    if (receipt) return this.#arrived(await this.#submission.follow(receipt), { fields: waiting.fields, again: waiting.tried, unasked: true });
    if (problem) return this.#refused(waiting, problem);
    const still = await this.#submission.unfinished();
    if (still?.key === this.#waiting?.key) return;
    this.#waiting = null;
    this.#drafting.wake(null);
    if (still) return this.remind();
    this.#progress.clear();
    this.#desk.notices.inBar(t("Đã thôi nộp. Những gì đã gõ vẫn còn trong bản nháp."), "info");
  }

  /** @param {Pending} waiting @param {import("./pending.js").Refusal} refusal */
  #refused(waiting, refusal) {
    this.#waiting = null;
    this.#drafting.wake(null);
    this.#progress.refused(waiting, refusal, () => reported(() => takeBack(waiting)));
    this.#desk.check(refusal.findings);
    if (refusal.findings.length > 0) this.#desk.reveal();
  }

  /** @param {import("../document/documents.js").Filing} filing @param {{ fields: string, again: boolean, unasked?: boolean }} sent */
  async #arrived(filing, { fields, again, unasked }) {
    const { submission, revision } = this.#standing.shown;
    const kind = !again && filing.id === submission ? "same" : filing.revision > 1 ? "next" : "first";
    this.#waiting = null;
    this.#filed = fields;
    this.#drafting.wake(JSON.parse(fields));
    if (kind !== "same") for (const list of all(this.#desk.form, "[data-rows]")) forgetComments(list);
    one(this.#desk.root, "[data-submit]").textContent = t("Nộp lại");
    this.#progress.clear();
    this.#desk.root.dispatchEvent(new CustomEvent(FILED));
    showReceipt(this.#desk.root, filing, this.#desk.data, { kind, replaced: revision, unasked });
    await this.#standing.renew();
  }
}
