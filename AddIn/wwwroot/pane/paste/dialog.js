// @ts-check
import { build, button } from "../../lib/build.js";
import { announce, one } from "../../lib/dom.js";
import { openSheet } from "../../lib/sheet.js";
import { t } from "../../lib/text.js";
import { undoOf } from "../fields/rows.js";
import { collect } from "../fields/values.js";
import { fieldsOf } from "./fields.js";
import { gridOf } from "./grid.js";
import { match, matchBelow, rowsIn, upright } from "./matching.js";
import { outcome, standing } from "./outcome.js";
import { clipboardOf } from "./paste.js";
import { previewOf } from "./preview.js";

/** @typedef {import("../editor.js").Desk} Desk */

/**
 * Asks for a table, shows what becomes of it, and takes it in once somebody says so.
 * @param {Desk} desk
 * @param {HTMLElement} list an element with data-rows
 * @param {import("./paste.js").Clipboard | null} clipboard what was pasted; null to ask for it
 * @param {() => void} [asText] puts it into the field it was pasted to, as text
 */
export function openPaste(desk, list, clipboard, asText) {
  const paste = new Paste(desk, list);
  if (!clipboard || !paste.show(clipboard, asText)) paste.ask();
}

class Paste {
  /** @type {Desk} */ #desk;
  /** @type {HTMLElement} */ #list;
  /** @type {import("./matching.js").Field[]} */ #fields;
  #sheet = openSheet("paste");

  /** @param {Desk} desk @param {HTMLElement} list */
  constructor(desk, list) {
    [this.#desk, this.#list] = [desk, list];
    this.#fields = fieldsOf(list, desk.data.heads);
  }

  /** A page may not look into the clipboard by itself, least of all inside Word: the person pastes. */
  ask() {
    const hint = build("p", { class: "field-message", "data-paste-message": true, role: "alert" });
    const place = build("textarea", { id: "dan-bang", rows: "3", "data-paste-place": true, spellcheck: "false" });
    const tell = (/** @type {boolean} */ came) => { if (!came) hint.textContent = t("Không thấy bảng nào trong nội dung vừa dán. Hãy chọn các ô trong Excel hay Word, sao chép rồi dán lại."); };
    place.addEventListener("paste", (event) => {
      event.preventDefault();
      tell(this.show(clipboardOf(event)));
    });
    place.addEventListener("input", () => { if (place.value.includes("\t")) tell(this.show({ html: "", text: place.value })); });
    this.#sheet.show(t("Dán bảng từ Excel, Word hay trang web"), [
      build("p", {}, t("Ở bảng kia, chọn các ô cần lấy, cả dòng tiêu đề nếu có, rồi sao chép (Ctrl+C).")),
      build("div", { class: "field" }, build("label", { class: "field-label", for: place.id }, t("Bấm vào ô này rồi dán (Ctrl+V)")), place, hint),
    ], [button(t("Thôi"), () => this.#sheet.close())]);
    place.focus();
  }

  /**
   * @param {import("./paste.js").Clipboard} clipboard
   * @param {() => void} [asText]
   * @returns {boolean} false when there is no table in it
   */
  show(clipboard, asText) {
    const pasted = gridOf(clipboard);
    if (!pasted) return false;
    const grid = upright(pasted, this.#fields);
    const tag = this.#list.dataset.rows ?? "";
    const found = match(grid, this.#fields);
    const preview = previewOf({
      grid, fields: this.#fields, match: found, hasRows: standing(this.#desk, tag).length > 0,
      headed: (head) => matchBelow(grid, this.#fields, head),
      rows: (how) => rowsIn(grid, how, this.#fields),
      outcome: (rows, replace) => outcome(this.#desk, tag, rows, this.#fields, replace),
    });
    const put = button(t("Đưa vào"), () => this.#put(tag, preview), "primary");
    put.dataset.put = "";
    preview.onCount((count) => {
      put.textContent = count ? t("Đưa vào {0} dòng", count) : t("Đưa vào");
      put.ariaDisabled = count ? null : "true";
    });
    const plain = asText ? [button(t("Chỉ dán chữ vào ô"), () => { this.#sheet.close(); asText(); }, "subtle")] : [];
    this.#sheet.show(t("Bảng vừa dán được hiểu như sau, đúng không?"), [preview.body], [put, button(t("Thôi"), () => this.#sheet.close()), ...plain]);
    return true;
  }

  /** @param {string} tag @param {import("./preview.js").Preview} preview */
  #put(tag, preview) {
    const { rows, replace } = preview.chosen();
    if (rows.length === 0) return announce(t("Chưa chọn dòng nào."));
    const { form } = this.#desk;
    const before = collect(form)[tag];
    this.#sheet.close();
    this.#desk.put({ ...collect(form), [tag]: outcome(this.#desk, tag, rows, this.#fields, replace).next });
    const words = t("Đã đưa vào {0} dòng từ bảng vừa dán.", rows.length);
    undoOf(this.#list)?.add(document.createTextNode(words), () => {
      this.#desk.put({ ...collect(form), [tag]: before });
      one(this.#list, "[data-paste]").focus();
      announce(t("Đã bỏ các dòng vừa dán."));
    });
    one(this.#list, "[data-undo-button]").focus();
    announce(words);
  }
}
