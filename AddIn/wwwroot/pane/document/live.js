// @ts-check
// Pane and open document in step: what is typed in one shows in the other, and what both changed differently is shown and never overwritten.
import { pause } from "../../lib/dom.js";
import { Problem } from "../../lib/problems.js";
import { reported } from "../../lib/report.js";
import { t } from "../../lib/text.js";
import { GOTO } from "../findings/bar.js";
import { agree } from "./agreeing.js";
import { hasQuestions } from "./due.js";
import { firstBase } from "./first-base.js";
import { listIn, rowsIn, sheetOf } from "./here.js";
import { LiveNotice } from "./live-notice.js";
import { planned } from "./meeting.js";
import { stampOf } from "./own-part.js";
import { Paper } from "./paper.js";
import { Questions } from "./questions.js";
import { takeRows, takeSingle } from "./taking.js";
import { Unprinted } from "./unprinted.js";
import { Watching } from "./watching.js";
import { Writing } from "./writing.js";

/** @typedef {{ paper: Paper, stamp: import("./own-part.js").Stamp, watching: Watching, writing: Writing, questions: Questions, unprinted: Unprinted }} Bound what there is to do with a document of this form */

const TYPING_PAUSE = 500;
const TOLD_PAUSE = 150;

/** The open document of Word as the other side of the form. */
export class Live {
  #desk; #host; #port; #until;
  /** @type {LiveNotice} */ #notice;
  /** @type {Bound | null} nothing while the document is not this form's */ #bound = null;
  /** @type {import("./meeting.js").Base | null} nothing before the first meeting */ #base = null;
  /** @type {Promise<void> | null} */ #meeting = null;
  #again = false;
  #refused = false;
  #soon = pause(() => this.#ask(), TYPING_PAUSE);
  #told = pause(() => this.#ask(), TOLD_PAUSE);

  /**
   * @param {import("../editor.js").Desk} desk
   * @param {import("../kept/kept.js").KeepingHost} host
   * @param {typeof import("../../office/live.js")} port
   * @param {AbortSignal} until
   */
  constructor(desk, host, port, until) {
    this.#desk = desk;
    this.#host = host;
    this.#port = port;
    this.#until = until;
    this.#notice = new LiveNotice(desk.root);
    const look = () => document.hidden || this.#look();
    addEventListener("focus", look, { signal: until });
    addEventListener("online", look, { signal: until });
    document.addEventListener("visibilitychange", look, { signal: until });
    desk.form.addEventListener(GOTO, (event) => this.#follow(/** @type {CustomEvent<{ path: string }>} */ (event).detail.path), { signal: until });
    until.addEventListener("abort", () => reported(async () => this.#bound?.watching.end()));
  }

  /** Something in the pane has changed. */
  touched() {
    this.#soon();
  }

  /** Brings both sides together now. @returns {Promise<void>} once it is done */
  async settle() {
    this.#again = true;
    this.#meeting ??= this.#meetAll().finally(() => { this.#meeting = null; });
    await this.#meeting;
  }

  #ask() {
    if (!this.#until.aborted) void reported(() => this.settle());
  }

  /** Somebody came back to the pane, perhaps after doing something about what stood in the way. */
  #look() {
    this.#refused = false;
    this.#told();
  }

  async #meetAll() {
    while (this.#again && !this.#until.aborted) {
      this.#again = false;
      try {
        this.#bound ??= await this.#bind();
        if (this.#bound) await this.#meet(this.#bound);
        this.#notice.isOne(this.#bound !== null);
      } catch (error) {
        this.#failed(error);
      }
    }
  }

  /** @param {unknown} error */
  #failed(error) {
    if (!(error instanceof Problem)) throw error;
    const again = { label: t("Thử lại"), act: () => { this.#refused = false; this.#ask(); } };
    if (error.code === "office") {
      this.#refused = true;
      this.#notice.say("refused", t("Word không cho ghi vào văn bản này (đang bị khóa, được bảo vệ hoặc chỉ được đọc). Những gì ghi ở đây vẫn được giữ."), [again]);
    } else {
      this.#notice.say("service", t("Văn bản chưa có đủ dòng như ở đây, vì chưa làm lại được văn bản: {0}", error.title), [again]);
    }
  }

  /** @returns {Promise<Bound | null>} nothing unless the open document is of this very form, campaign, organization and person */
  async #bind() {
    const xml = await this.#host.part();
    const stamp = xml ? stampOf(xml) : null;
    const { form, campaign, organization, person, printing } = this.#desk.data;
    if (!stamp || stamp.form !== form || stamp.campaign !== campaign || stamp.organization !== organization || (stamp.person ?? null) !== (person ?? null)) return null;
    if (!this.#port.tells()) this.#notice.say("older", t("Bản Word này không báo khi văn bản thay đổi: biểu mẫu đọc lại văn bản mỗi khi bạn bấm vào ngăn này và trước khi nộp."));
    if (this.#port.readOnly()) this.#notice.say("refused", t("Văn bản này chỉ mở để đọc. Những gì ghi ở đây được giữ, nhưng chưa vào văn bản."));
    return this.#parts(stamp, new Paper(printing, stamp.profile));
  }

  /** @param {import("./own-part.js").Stamp} stamp @param {Paper} paper @returns {Bound} */
  #parts(stamp, paper) {
    const [desk, host, port, notice, { form }] = [this.#desk, this.#host, this.#port, this.#notice, this.#desk];
    const watching = new Watching(port, paper.tags, () => this.#told());
    const live = { desk, host, port, notice, again: () => { this.#again = true; }, settle: () => this.settle(), failed: (/** @type {unknown} */ error) => this.#failed(error) };
    const writing = new Writing(live, paper, stamp.template, watching);
    const remake = () => reported(() => writing.renew(t("Đã làm lại văn bản theo mẫu đang dùng.")).then(() => this.settle()));
    const questions = new Questions({ form, notice, paper, base: () => /** @type {import("./meeting.js").Base} */ (this.#base), answered: () => this.#ask(), remake });
    return { paper, stamp, watching, writing, questions, unprinted: new Unprinted(form, host, port, paper.tags) };
  }

  /** @param {Bound} bound */
  async #meet({ paper, stamp, watching, writing, questions, unprinted }) {
    const { form, given } = this.#desk;
    const controls = await this.#port.readControls(paper.tags);
    await watching.follow(controls);
    // Read last: what is typed while Word answers must not be taken for what was there before.
    const [pane, keys] = [sheetOf(paper, form), rowsIn(paper, form)];
    this.#base ??= firstBase(paper, controls, stamp, given, pane, keys);
    const document = paper.ofControls(controls, { singles: this.#base.singles, rows: new Map() });
    const plan = planned(document, pane, keys, this.#base);
    this.#take(paper, plan);
    // From here on the pane says what it took; what is typed meanwhile is for the next time.
    const [agreed, order] = [sheetOf(paper, form), rowsIn(paper, form)];
    const done = this.#canWrite() ? await writing.write(plan, controls, agreed, order) : null;
    if (this.#canWrite()) this.#notice.say("refused", "");
    agree(this.#base, plan, document, agreed, order, done);
    questions.show(plan, document, agreed);
    if (done && !hasQuestions(plan)) await unprinted.tell();
  }

  #canWrite() {
    return !this.#refused && !this.#port.readOnly();
  }

  /** @param {Paper} paper @param {import("./meeting.js").Plan} plan */
  #take(paper, plan) {
    for (const { tag, value } of plan.takes) takeSingle(this.#desk.form, tag, value);
    for (const list of plan.lists) {
      const printed = paper.lists.find(({ tag }) => tag === list.tag);
      if (printed && (list.order === "take" || list.takes.length > 0)) takeRows(listIn(this.#desk.form, list.tag), printed, list);
    }
  }

  /** @param {string} path the place that somebody is led to is selected in the document too */
  #follow(path) {
    if (!this.#bound) return;
    const [, list, row, tag] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(path) ?? [null, null, "0", path];
    if (this.#bound.paper.tags.includes(list ? tag : path)) void reported(() => this.#port.selectControl(tag, Number(row)));
  }
}
