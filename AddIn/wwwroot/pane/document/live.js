// @ts-check
// Pane and open document in step: what is typed in one shows in the other, and what both changed differently is shown and never overwritten.
import { all, pause } from "../../lib/dom.js";
import { Problem } from "../../lib/problems.js";
import { reported } from "../../lib/report.js";
import { t } from "../../lib/text.js";
import { rowsOf } from "../fields/row-list.js";
import { collect, controlOf, labelOf } from "../fields/values.js";
import { GOTO } from "../findings/bar.js";
import { Asking } from "./asking.js";
import { LiveNotice } from "./live-notice.js";
import { planned } from "./meeting.js";
import { firstBase } from "./first-base.js";
import { stampOf, withValues } from "./own-part.js";
import { Paper } from "./paper.js";
import { regrow } from "./regrow.js";
import { cell, takeRows, takeSingle } from "./taking.js";

/** @typedef {import("./meeting.js").ListPlan} ListPlan */
/** @typedef {import("./paper.js").Sheet} Sheet */
/** @typedef {import("./asking.js").Question} Question */
/** @typedef {{ said: (place: string) => boolean, grown: Set<string> }} Outcome what the document says now as the pane does, and the lists that have the rows of the pane */

const TYPING_PAUSE = 500;
const TOLD_PAUSE = 150;

/** The open document of Word as the other side of the form. */
export class Live {
  #desk; #host; #port; #until;
  /** @type {Asking} */ #asking;
  /** @type {LiveNotice} */ #notice;
  /** @type {Paper | null} nothing while the document is not this form's */ #paper = null;
  /** @type {import("./own-part.js").Stamp | null} */ #stamp = null;
  /** @type {import("./meeting.js").Base} */ #base = { singles: new Map(), rows: new Map() };
  /** @type {Promise<void> | null} */ #meeting = null;
  #again = false;
  #refused = false;
  #first = true;
  #unprinted = "";
  #watched = "";
  /** @type {() => Promise<void>} */ #unwatch = async () => {};
  #soon = pause(() => this.#ask(), TYPING_PAUSE);
  #told = pause(() => this.#ask(), TOLD_PAUSE);

  /**
   * @param {import("../editor.js").Desk} desk
   * @param {import("../../office/host.js").Host} host
   * @param {typeof import("../../office/live.js")} port
   * @param {AbortSignal} until
   */
  constructor(desk, host, port, until) {
    this.#desk = desk;
    this.#host = host;
    this.#port = port;
    this.#until = until;
    this.#asking = new Asking(desk.form);
    this.#notice = new LiveNotice(desk.root);
    const look = () => document.hidden || this.#look();
    addEventListener("focus", look, { signal: until });
    addEventListener("online", look, { signal: until });
    document.addEventListener("visibilitychange", look, { signal: until });
    desk.form.addEventListener(GOTO, (event) => this.#follow(/** @type {CustomEvent<{ path: string }>} */ (event).detail.path), { signal: until });
    until.addEventListener("abort", () => reported(() => this.#unwatch()));
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
        if (this.#paper ?? await this.#bind()) await this.#meet(/** @type {Paper} */ (this.#paper));
        this.#notice.isOne(this.#paper !== null);
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

  /** @returns {Promise<boolean>} true when the open document is of this very form, campaign, organization and person */
  async #bind() {
    const xml = await this.#host.part();
    const stamp = xml ? stampOf(xml) : null;
    const { form, campaign, organization, person, printing } = this.#desk.data;
    if (!stamp || stamp.form !== form || stamp.campaign !== campaign || stamp.organization !== organization || (stamp.person ?? null) !== (person ?? null)) return false;
    this.#stamp = stamp;
    this.#paper = new Paper(printing, stamp.profile);
    this.#unprinted = this.#signature();
    if (!this.#port.tells()) this.#notice.say("older", t("Bản Word này không báo khi văn bản thay đổi: biểu mẫu đọc lại văn bản mỗi khi bạn bấm vào ngăn này và trước khi nộp."));
    if (this.#port.readOnly()) this.#notice.say("refused", t("Văn bản này chỉ mở để đọc. Những gì ghi ở đây được giữ, nhưng chưa vào văn bản."));
    return true;
  }

  /** @param {Paper} paper */
  async #meet(paper) {
    const controls = await this.#port.readControls(paper.tags);
    const [fields, keys] = [collect(this.#desk.form), this.#keys(paper)];
    const pane = paper.ofValues(fields);
    if (this.#first) this.#base = firstBase(paper, controls, /** @type {import("./own-part.js").Stamp} */ (this.#stamp), this.#desk.given, pane, keys);
    this.#first = false;
    const document = paper.ofControls(controls, { singles: this.#base.singles, rows: new Map() });
    await this.#watch(paper, controls);
    const plan = planned(document, pane, keys, this.#base);
    this.#take(paper, plan);
    // From here on the pane says what it took; what is typed meanwhile is for the next time.
    const agreed = paper.ofValues(collect(this.#desk.form));
    const order = this.#keys(paper);
    const done = this.#canWrite() ? await this.#write(paper, plan, controls, agreed, order) : null;
    if (this.#canWrite()) this.#notice.say("refused", "");
    this.#agree(plan, document, agreed, order, done);
    this.#show(paper, plan, document, agreed);
    if (done && !hasQuestions(plan)) await this.#tellPart();
  }

  #canWrite() {
    return !this.#refused && !this.#port.readOnly();
  }

  /** @param {Paper} paper @returns {Map<string, HTMLElement[]>} */
  #keys(paper) {
    return new Map(paper.lists.map(({ tag }) => [tag, rowsOf(this.#list(tag))]));
  }

  /** @param {string} tag @returns {HTMLElement} */
  #list(tag) {
    return /** @type {HTMLElement} */ (this.#desk.form.querySelector(`[data-rows="${tag}"]`));
  }

  /** @param {Paper} paper @param {Map<string, string[]>} controls */
  async #watch(paper, controls) {
    const shape = paper.tags.map((tag) => controls.get(tag)?.length ?? 0).join();
    if (shape === this.#watched) return;
    const before = this.#unwatch;
    this.#watched = shape;
    this.#unwatch = await this.#port.watch(paper.tags, () => this.#told());
    await before();
  }

  /** @param {Paper} paper @param {import("./meeting.js").Plan} plan */
  #take(paper, plan) {
    for (const { tag, value } of plan.takes) takeSingle(this.#desk.form, tag, value);
    for (const list of plan.lists) {
      const printed = paper.lists.find(({ tag }) => tag === list.tag);
      if (printed && (list.order === "take" || list.takes.length > 0)) takeRows(this.#list(list.tag), printed, list);
    }
  }

  /**
   * @param {Paper} paper @param {import("./meeting.js").Plan} plan @param {Map<string, string[]>} controls @param {Sheet} agreed
   * @param {Map<string, HTMLElement[]>} keys the rows of the pane
   * @returns {Promise<Outcome>}
   */
  async #write(paper, plan, controls, agreed, keys) {
    const said = await this.#put(due(paper, { ...plan, lists: plan.lists.filter((list) => !grows(paper, list)) }, controls, agreed, keys));
    /** @type {Set<string>} */
    const grown = new Set();
    for (const list of plan.lists.filter((each) => grows(paper, each) && each.asks.length === 0)) {
      if (await this.#grow(paper, list, agreed)) grown.add(list.tag);
      else if (list.steps.length > 0 && !hasQuestions(plan)) return this.#regrown(paper, plan, said);
    }
    if (grown.size === 0) return { said, grown };
    const texts = await this.#port.readControls(paper.tags);
    await this.#watch(paper, texts);
    const rest = await this.#put(due(paper, { ...plan, writes: [], lists: plan.lists.filter(({ tag }) => grown.has(tag)) }, texts, agreed, keys));
    return { grown, said: (place) => said(place) || rest(place) };
  }

  /** @param {ReturnType<typeof due>} due @returns {Promise<(place: string) => boolean>} whether the document says now what the pane says */
  async #put({ changes, settled }) {
    const took = changes.length > 0 ? await this.#port.writeControls(changes.map(({ change }) => change)) : [];
    if (took.includes(false)) this.#again = true;
    const written = new Map(changes.map(({ place }, index) => [place, took[index]]));
    return (place) => written.get(place) ?? settled.has(place);
  }

  /** Adds and removes rows where Word can. @param {Paper} paper @param {ListPlan} list @param {Sheet} agreed @returns {Promise<boolean>} false where it cannot */
  async #grow(paper, list, agreed) {
    const rows = agreed.rows.get(list.tag) ?? [];
    const heading = paper.lists.find(({ tag }) => tag === list.tag)?.heading;
    if (!this.#port.canChangeRows() || list.document.length === 0 && heading || rows.length === 0 && heading) return false;
    // The last row of a table stays, with nothing in it.
    const steps = rows.length === 0 ? list.steps.filter((step) => !("remove" in step && step.remove === 0)) : list.steps;
    return this.#port.changeRows(list.tag, steps, heading ? rows.map((_, index) => heading.replaceAll("{n}", String(index + 1))) : []);
  }

  /**
   * @param {Paper} paper @param {import("./meeting.js").Plan} plan @param {(place: string) => boolean} said
   * @returns {Promise<Outcome>}
   */
  async #regrown(paper, plan, said) {
    if (this.#port.canReplace()) {
      try {
        await this.#renew(paper, t("Đã làm lại văn bản cho đủ các dòng."));
        return { said: () => true, grown: new Set(plan.lists.map(({ tag }) => tag)) };
      } catch (error) {
        // What is in the document already stays agreed on.
        this.#failed(error);
        return { said, grown: new Set() };
      }
    }
    this.#notice.say("rows", t("Bản Word này không thêm, bớt được dòng trong văn bản đang mở."), [
      { label: t("Mở văn bản mới có đủ dòng"), act: () => reported(() => this.#renew(paper, "")) },
    ]);
    return { said, grown: new Set() };
  }

  /** @param {Paper} paper @param {string} words */
  async #renew(paper, words) {
    await regrow({ desk: this.#desk, host: this.#host, port: this.#port }, paper.tags, this.#stamp?.template ?? null, words, () => this.settle());
    this.#notice.say("service", "");
    // The controls that were watched are gone.
    this.#watched = "";
    this.#again = true;
  }

  /**
   * @param {import("./meeting.js").Plan} plan @param {Sheet} document @param {Sheet} agreed
   * @param {Map<string, HTMLElement[]>} keys
   * @param {Outcome | null} done null when the document was left alone
   */
  #agree(plan, document, agreed, keys, done) {
    for (const [tag, value] of document.singles) {
      const [here, asked] = [agreed.singles.get(tag) ?? "", plan.asks.some((ask) => ask.tag === tag)];
      if (!asked && (here === value || done?.said(tag))) this.#base.singles.set(tag, here);
    }
    for (const list of plan.lists) {
      if (list.order === "ask" || isHeld(list) || (list.order === "write" && !done) || (list.steps.length > 0 && !done?.grown.has(list.tag))) continue;
      const before = this.#base.rows.get(list.tag);
      const rows = keys.get(list.tag) ?? [];
      const cells = rows.map((key, row) => (agreed.rows.get(list.tag)?.[row] ?? []).map((value, column) => {
        const asked = list.asks.some((ask) => ask.key === key && ask.column === column);
        const old = before?.cells[before.keys.indexOf(key)]?.[column];
        const said = list.order === "write" ? undefined : list.document[list.order === "take" ? list.keys.indexOf(key) : row]?.[column];
        return !asked && (said === value || done?.said(`${list.tag}[${row}].${column}`)) ? value : old ?? said ?? "";
      }));
      this.#base.rows.set(list.tag, { keys: rows, cells });
    }
  }

  /** @param {Paper} paper @param {import("./meeting.js").Plan} plan @param {Sheet} document @param {Sheet} agreed */
  #show(paper, plan, document, agreed) {
    const questions = [...plan.asks.map(({ tag, value }) => this.#questionOf(tag, value)), ...plan.lists.flatMap((list) => this.#questionsOf(paper, list))].filter((question) => question !== null);
    this.#asking.show(questions);
    this.#notice.say("differs", questions.length === 0 ? "" : t("Văn bản đang mở khác với biểu mẫu ở {0} chỗ. Chưa bên nào bị ghi đè.", questions.length), [
      { label: t("Xem từng chỗ"), act: () => this.#asking.focus() },
      { label: t("Lấy hết từ văn bản"), act: () => { for (const { choose } of questions) choose("document"); } },
      { label: t("Giữ hết như ở đây"), act: () => { for (const { choose } of questions) choose("pane"); } },
    ]);
    const missing = this.#missing(paper, document, agreed);
    this.#notice.say("missing", missing.length === 0 ? "" : t("Văn bản này được tạo từ mẫu cũ hoặc đã bị xóa ô, nên không có chỗ ghi: {0}.", missing.join("; ")), [
      { label: t("Làm lại văn bản"), act: () => reported(() => this.#renew(paper, t("Đã làm lại văn bản theo mẫu đang dùng.")).then(() => this.settle())) },
    ]);
    if (plan.lists.every(({ steps }) => steps.length === 0)) this.#notice.say("rows", "");
  }

  /** @param {string} tag @param {string} said @returns {Question | null} */
  #questionOf(tag, said) {
    const control = controlOf(this.#desk.form, tag);
    const at = control?.closest("[data-field]") ?? control?.parentElement;
    return control && at instanceof HTMLElement ? {
      at, label: labelOf(control), document: said, choose: (side) => {
        this.#base.singles.set(tag, side === "pane" ? said : paneValue(this.#paper, this.#desk.form, tag));
        this.#ask();
      },
    } : null;
  }

  /** @param {Paper} paper @param {ListPlan} list @returns {(Question | null)[]} */
  #questionsOf(paper, list) {
    const printed = paper.lists.find(({ tag }) => tag === list.tag);
    if (!printed) return [];
    if (list.order === "ask") {
      const element = this.#list(list.tag);
      const said = list.document.map((row, index) => `${element.dataset.rowLabel} ${index + 1}: ${row.filter(Boolean).join(" — ")}`).join("\n");
      return [{ at: element, label: element.dataset.rowLabel ?? "", document: said, choose: (side) => {
        const here = { keys: this.#keys(paper).get(list.tag) ?? [], cells: paper.ofValues(collect(this.#desk.form)).rows.get(list.tag) ?? [] };
        this.#base.rows.set(list.tag, side === "document" ? here : asRows(list, here));
        this.#ask();
      } }];
    }
    return list.asks.map(({ key, column, value }) => {
      const control = cell(key, printed, column);
      const at = control.closest("[data-field]");
      return at instanceof HTMLElement ? { at, label: labelOf(control), document: value, choose: (side) => {
        const rows = this.#base.rows.get(list.tag);
        const row = rows?.keys.indexOf(key) ?? -1;
        if (rows && row >= 0) rows.cells[row][column] = side === "pane" ? value : paper.ofValues(collect(this.#desk.form)).rows.get(list.tag)?.[this.#keys(paper).get(list.tag)?.indexOf(/** @type {HTMLElement} */ (key)) ?? -1]?.[column] ?? "";
        this.#ask();
      } } : null;
    });
  }

  /** @param {Paper} paper @param {Sheet} document @param {Sheet} agreed the labels of what the pane says and the document has no place for */
  #missing(paper, document, agreed) {
    const singles = paper.fields.filter(({ tag, placeholder }) => !document.singles.has(tag) && (placeholder || agreed.singles.get(tag)));
    const lists = paper.lists.filter(({ tag }) => !document.rows.has(tag) && agreed.rows.get(tag)?.length);
    return [
      ...singles.map(({ tag }) => { const control = controlOf(this.#desk.form, tag); return control ? labelOf(control) : tag; }),
      ...lists.map(({ tag }) => this.#list(tag).closest("fieldset")?.querySelector("legend")?.textContent?.trim() ?? tag),
    ];
  }

  /** What is not printed lives in the part of the document; row ids as well. */
  async #tellPart() {
    const now = this.#signature();
    if (now === this.#unprinted) return;
    this.#unprinted = now;
    const xml = await this.#host.part();
    if (xml) await this.#port.writePart(withValues(xml, collect(this.#desk.form)));
  }

  #signature() {
    const printed = new Set(this.#paper?.tags);
    return JSON.stringify(collect(this.#desk.form), (key, value) => (printed.has(key) ? undefined : value));
  }

  /** @param {string} path the place that somebody is led to is selected in the document too */
  #follow(path) {
    if (!this.#paper) return;
    const [, list, row, tag] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(path) ?? [null, null, "0", path];
    if (this.#paper.tags.includes(list ? tag : path)) void reported(() => this.#port.selectControl(tag, Number(row)));
  }
}

/** @param {Paper | null} paper @param {HTMLElement} form @param {string} tag */
const paneValue = (paper, form, tag) => paper?.ofValues(collect(form)).singles.get(tag) ?? "";

/** @param {Paper} paper @param {ListPlan} list rows that come or go, or whose printed numbers are to be put right */
const grows = (paper, list) => list.steps.length > 0 || (list.order === "take" && paper.lists.some(({ tag, heading }) => tag === list.tag && heading));

/** @param {import("./meeting.js").Plan} plan */
const hasQuestions = ({ asks, lists }) => asks.length > 0 || lists.some((list) => list.asks.length > 0 || list.order === "ask");

/** @param {ListPlan} list rows cannot go elsewhere while one of them waits for an answer */
const isHeld = (list) => list.order === "write" && list.asks.length > 0;

/** @param {ListPlan} list the document's rows, as far as the pane has them too @param {import("./meeting.js").Rows} here @returns {import("./meeting.js").Rows} */
function asRows(list, here) {
  return { keys: list.document.map((_, index) => here.keys[index] ?? document.createElement("li")), cells: list.document };
}

/**
 * The texts that the document does not have yet.
 * @param {Paper} paper @param {import("./meeting.js").Plan} plan @param {Map<string, string[]>} controls @param {Sheet} agreed @param {Map<string, HTMLElement[]>} keys
 */
function due(paper, plan, controls, agreed, keys) {
  const changes = [];
  /** @type {Set<string>} */
  const settled = new Set();
  for (const tag of plan.writes) {
    const field = /** @type {import("./texts.js").Printed} */ (paper.fields.find((each) => each.tag === tag));
    const value = agreed.singles.get(tag) ?? "";
    if (!whole(field, value)) continue;
    for (const [index, expected] of (controls.get(tag) ?? []).entries()) changes.push({ place: tag, change: { tag, index, expected, text: paper.textOf(field, value) } });
  }
  for (const list of plan.lists) {
    const printed = /** @type {import("./paper.js").PrintedRows} */ (paper.lists.find(({ tag }) => tag === list.tag));
    const [rows, standing] = [agreed.rows.get(list.tag) ?? [], controls.get(printed.fields[0].tag)?.length ?? 0];
    if (list.order === "ask" || isHeld(list) || (rows.length !== standing && !(rows.length === 0 && standing === 1))) continue;
    for (const [row, column] of places(standing, printed.fields.length)) {
      const [field, value, place] = [printed.fields[column], rows[row]?.[column] ?? "", `${list.tag}[${row}].${column}`];
      const expected = controls.get(field.tag)?.[row] ?? "";
      if (list.asks.some((ask) => ask.column === column && ask.key === keys.get(list.tag)?.[row])) continue;
      if (paper.says(field, expected, value)) settled.add(place);
      else if (whole(field, value)) changes.push({ place, change: { tag: field.tag, index: row, expected, text: paper.textOf(field, value) } });
    }
  }
  return { changes, settled };
}

/** @param {number} rows @param {number} columns @returns {[number, number][]} */
const places = (rows, columns) => Array.from({ length: rows * columns }, (_, place) => [Math.floor(place / columns), place % columns]);

/** A day is written once it is a whole one. @param {import("./texts.js").Printed} field @param {string} value */
const whole = (field, value) => field.type !== "date" || value === "" || /^\d{4}-\d\d-\d\d$/.test(value);
