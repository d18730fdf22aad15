// @ts-check
import { reported } from "../../lib/report.js";
import { t } from "../../lib/text.js";
import { due, grows, hasQuestions, whole } from "./due.js";
import { sameRows } from "./paper.js";
import { regrow } from "./regrow.js";

/** @typedef {import("./meeting.js").ListPlan} ListPlan */
/** @typedef {import("./paper.js").Paper} Paper */
/** @typedef {import("./paper.js").Sheet} Sheet */
/** @typedef {{ said: (place: string) => boolean, grown: Set<string> }} Outcome what the document says now as the pane does, and the lists that have the rows of the pane */
/** @typedef {import("./regrow.js").Sides & { notice: import("./live-notice.js").LiveNotice, failed: (error: unknown) => void }} Live */

/** The pane's words on their way into the document, its rows made to fit first. */
export class Writing {
  #with; #paper; #template; #watching;

  /** @param {Live} live @param {Paper} paper @param {string | null} template the organization's own that the document was made with @param {import("./watching.js").Watching} watching */
  constructor(live, paper, template, watching) {
    this.#with = live;
    this.#paper = paper;
    this.#template = template;
    this.#watching = watching;
  }

  /**
   * Writes what the document lacks.
   * @param {import("./meeting.js").Plan} plan @param {Map<string, string[]>} controls @param {Sheet} agreed
   * @param {Map<string, HTMLElement[]>} keys the rows of the pane
   * @returns {Promise<Outcome>}
   */
  async write(plan, controls, agreed, keys) {
    const paper = this.#paper;
    const said = await this.#put(due(paper, { ...plan, lists: plan.lists.filter((list) => !grows(paper, list)) }, controls, agreed, keys));
    /** @type {Set<string>} */
    const grown = new Set();
    for (const list of plan.lists.filter((each) => grows(paper, each) && each.asks.length === 0)) {
      if (await this.#grow(list, agreed)) grown.add(list.tag);
      else if (list.steps.length > 0 && !hasQuestions(plan)) return this.#regrown(plan, said, agreed);
    }
    if (grown.size === 0) return { said, grown };
    const texts = await this.#with.port.readControls(paper.tags);
    await this.#watching.follow(texts);
    const rest = await this.#put(due(paper, { ...plan, writes: [], lists: plan.lists.filter(({ tag }) => grown.has(tag)) }, texts, agreed, keys));
    return { grown, said: (place) => said(place) || rest(place) };
  }

  /** @param {ReturnType<typeof due>} due @returns {Promise<(place: string) => boolean>} whether the document says now what the pane says */
  async #put({ changes, settled }) {
    const took = changes.length > 0 ? await this.#with.port.writeControls(changes.map(({ change }) => change)) : [];
    if (took.includes(false)) this.#with.again();
    const written = new Map(changes.map(({ place }, index) => [place, took[index]]));
    return (place) => written.get(place) ?? settled.has(place);
  }

  /** Adds and removes rows where Word can. @param {ListPlan} list @param {Sheet} agreed @returns {Promise<boolean>} false where it cannot */
  async #grow(list, agreed) {
    const rows = agreed.rows.get(list.tag) ?? [];
    const heading = this.#paper.lists.find(({ tag }) => tag === list.tag)?.heading;
    if (!this.#with.port.canChangeRows() || list.document.length === 0 && heading || rows.length === 0 && heading) return false;
    // The last row of a table stays, with nothing in it.
    const steps = rows.length === 0 ? list.steps.filter((step) => !("remove" in step && step.remove === 0)) : list.steps;
    return this.#with.port.changeRows(list.tag, steps, heading ? rows.map((_, index) => heading.replaceAll("{n}", String(index + 1))) : []);
  }

  /**
   * @param {import("./meeting.js").Plan} plan @param {(place: string) => boolean} said @param {Sheet} agreed
   * @returns {Promise<Outcome>}
   */
  async #regrown(plan, said, agreed) {
    if (this.#with.port.canReplace()) {
      try {
        const texts = await this.#with.port.readControls(this.#paper.tags);
        if (!holds(this.#paper, texts, plan, agreed)) {
          // Somebody typed there since both sides were compared.
          this.#with.again();
          return { said, grown: new Set() };
        }
        if (!await this.renew(t("Đã làm lại văn bản cho đủ các dòng."), texts)) return { said, grown: new Set() };
        return { said: () => true, grown: new Set(plan.lists.map(({ tag }) => tag)) };
      } catch (error) {
        // What is in the document already stays agreed on.
        this.#with.failed(error);
        return { said, grown: new Set() };
      }
    }
    this.#with.notice.say("rows", t("Bản Word này không thêm, bớt được dòng trong văn bản đang mở."), [
      { label: t("Mở văn bản mới có đủ dòng"), act: () => reported(() => this.renew("")) },
    ]);
    return { said, grown: new Set() };
  }

  /**
   * Has the document made anew, unless somebody edits it while that takes: then both sides meet first.
   * @param {string} words what has been done
   * @param {Map<string, string[]>} [texts] the controls as they were compared
   * @returns {Promise<boolean>} whether something new took its place
   */
  async renew(words, texts) {
    const came = await regrow(this.#with, this.#paper.tags, this.#template, words, texts);
    if (came !== "edited") this.#with.notice.say("service", "");
    // The controls that were watched are gone.
    if (came === "inserted") this.#watching.forget();
    this.#with.again();
    return came !== "edited";
  }
}

/**
 * Whether the document still is as it was compared, or says already what the pane does.
 * @param {Paper} paper @param {Map<string, string[]>} texts @param {import("./meeting.js").Plan} plan @param {Sheet} agreed
 */
function holds(paper, texts, plan, agreed) {
  const now = paper.ofControls(texts, { singles: agreed.singles, rows: new Map() });
  const waits = new Set(paper.fields.filter((field) => !whole(field, agreed.singles.get(field.tag) ?? "")).map(({ tag }) => tag));
  return [...now.singles].every(([tag, value]) => waits.has(tag) || value === (agreed.singles.get(tag) ?? "")) && plan.lists.every((list) => {
    const rows = now.rows.get(list.tag) ?? [];
    const bare = rows.length === 1 && rows[0].every((cell) => cell === "") && list.document.length === 0;
    return bare || sameRows(rows, list.document) || sameRows(rows, agreed.rows.get(list.tag) ?? []);
  });
}
