// @ts-check
import { t } from "../../lib/text.js";
import { controlOf, labelOf } from "../fields/values.js";
import { Asking } from "./asking.js";
import { listIn, rowsIn, sheetOf } from "./here.js";
import { cell } from "./taking.js";

/** @typedef {import("./asking.js").Question} Question */
/** @typedef {import("./meeting.js").ListPlan} ListPlan */
/** @typedef {import("./paper.js").Paper} Paper */
/** @typedef {import("./paper.js").Sheet} Sheet */
/** @typedef {{ form: HTMLElement, notice: import("./live-notice.js").LiveNotice, paper: Paper, base: () => import("./meeting.js").Base, answered: () => void, remake: () => void }} Given `base` is what an answer changes */

/** Where the two sides differ, and what the document has no place for: asked and told in the pane. */
export class Questions {
  #form; #notice; #paper; #base; #answered; #remake; #asking;

  /** @param {Given} given */
  constructor({ form, notice, paper, base, answered, remake }) {
    this.#form = form;
    this.#notice = notice;
    this.#paper = paper;
    this.#base = base;
    this.#answered = answered;
    this.#remake = remake;
    this.#asking = new Asking(form);
  }

  /** @param {import("./meeting.js").Plan} plan @param {Sheet} document @param {Sheet} agreed */
  show(plan, document, agreed) {
    const questions = [...plan.asks.map(({ tag, value }) => this.#questionOf(tag, value)), ...plan.lists.flatMap((list) => this.#questionsOf(list))].filter((question) => question !== null);
    this.#asking.show(questions);
    this.#notice.say("differs", questions.length === 0 ? "" : t("Văn bản đang mở khác với biểu mẫu ở {0} chỗ. Chưa bên nào bị ghi đè.", questions.length), [
      { label: t("Xem từng chỗ"), act: () => this.#asking.focus() },
      { label: t("Lấy hết từ văn bản"), act: () => { for (const { choose } of questions) choose("document"); } },
      { label: t("Giữ hết như ở đây"), act: () => { for (const { choose } of questions) choose("pane"); } },
    ]);
    const missing = this.#missing(document, agreed);
    this.#notice.say("missing", missing.length === 0 ? "" : t("Văn bản này được tạo từ mẫu cũ hoặc đã bị xóa ô, nên không có chỗ ghi: {0}.", missing.join("; ")), [
      { label: t("Làm lại văn bản"), act: this.#remake },
    ]);
    if (plan.lists.every(({ steps }) => steps.length === 0)) this.#notice.say("rows", "");
  }

  /** @param {string} tag @param {string} said @returns {Question | null} */
  #questionOf(tag, said) {
    const control = controlOf(this.#form, tag);
    const at = control?.closest("[data-field]") ?? control?.parentElement;
    return control && at instanceof HTMLElement ? {
      at, label: labelOf(control), document: said, choose: (side) => {
        this.#base().singles.set(tag, side === "pane" ? said : sheetOf(this.#paper, this.#form).singles.get(tag) ?? "");
        this.#answered();
      },
    } : null;
  }

  /** @param {ListPlan} list @returns {(Question | null)[]} */
  #questionsOf(list) {
    const printed = this.#paper.lists.find(({ tag }) => tag === list.tag);
    if (!printed) return [];
    if (list.order === "ask") {
      const element = listIn(this.#form, list.tag);
      const said = list.document.map((row, index) => `${element.dataset.rowLabel} ${index + 1}: ${row.filter(Boolean).join(" — ")}`).join("\n");
      return [{ at: element, label: element.dataset.rowLabel ?? "", document: said, choose: (side) => {
        const here = { keys: rowsIn(this.#paper, this.#form).get(list.tag) ?? [], cells: sheetOf(this.#paper, this.#form).rows.get(list.tag) ?? [] };
        this.#base().rows.set(list.tag, side === "document" ? here : asRows(list, here));
        this.#answered();
      } }];
    }
    return list.asks.map(({ key, column, value }) => {
      const control = cell(key, printed, column);
      const at = control.closest("[data-field]");
      return at instanceof HTMLElement ? { at, label: labelOf(control), document: value, choose: (side) => {
        const rows = this.#base().rows.get(list.tag);
        const row = rows?.keys.indexOf(key) ?? -1;
        if (rows && row >= 0) rows.cells[row][column] = side === "pane" ? value : sheetOf(this.#paper, this.#form).rows.get(list.tag)?.[rowsIn(this.#paper, this.#form).get(list.tag)?.indexOf(/** @type {HTMLElement} */ (key)) ?? -1]?.[column] ?? "";
        this.#answered();
      } } : null;
    });
  }

  /** @param {Sheet} document @param {Sheet} agreed the labels of what the pane says and the document has no place for */
  #missing(document, agreed) {
    const singles = this.#paper.fields.filter(({ tag, placeholder }) => !document.singles.has(tag) && (placeholder || agreed.singles.get(tag)));
    const lists = this.#paper.lists.filter(({ tag }) => !document.rows.has(tag) && agreed.rows.get(tag)?.length);
    return [
      ...singles.map(({ tag }) => { const control = controlOf(this.#form, tag); return control ? labelOf(control) : tag; }),
      ...lists.map(({ tag }) => listIn(this.#form, tag).closest("fieldset")?.querySelector("legend")?.textContent?.trim() ?? tag),
    ];
  }
}

/** @param {ListPlan} list the document's rows, as far as the pane has them too @param {import("./meeting.js").Rows} here @returns {import("./meeting.js").Rows} */
function asRows(list, here) {
  return { keys: list.document.map((_, index) => here.keys[index] ?? document.createElement("li")), cells: list.document };
}
