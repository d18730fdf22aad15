// @ts-check
import { one } from "../../lib/dom.js";
import { Problem } from "../../lib/problems.js";
import { t } from "../../lib/text.js";
import { whyForeign } from "./belongs.js";
import { askWhich } from "./differs.js";
import { filled, reading } from "./documents.js";
import { stampOf } from "./own-part.js";
import { collect, controlOf, differences, tagsOf } from "../fields/values.js";

/** @typedef {import("../../lib/rules.js").Fields} Fields */
/** @typedef {import("../editor.js").Desk} Desk */

/** @typedef {{ bytes: Uint8Array, fields: Fields }} Made a document, and the values that are in it */

/** The form's way into the document and back. */
export class Exchange {
  /** @type {Desk} */ #desk;
  /** @type {import("../../office/host.js").Host} */ #host;
  /** @type {{ bytes: Uint8Array, read: import("./documents.js").Reading, fields: Fields } | null} */ #lastRead = null;

  /** @param {Desk} desk @param {import("../../office/host.js").Host} host */
  constructor(desk, host) {
    this.#desk = desk;
    this.#host = host;
  }

  /** @returns {Uint8Array | null} the file that was read last */
  get lastBytes() {
    return this.#lastRead?.bytes ?? null;
  }

  /** Puts the form's values into a document. */
  async insert() {
    const said = this.#desk.notReady();
    if (said) return this.#desk.notices.inBar(said, "warning");
    this.#desk.notices.inBar(INSERTED[await this.#write()], "success");
  }

  /** Takes a document's values into the form. */
  async read() {
    const bytes = await this.#host.read(/** @type {HTMLInputElement} */ (one(this.#desk.root, "[data-file]")));
    if (!bytes) return;
    if (bytes.length === 0) return this.#refuse(t("Tệp này trống, không có nội dung nào."));
    const read = await reading(bytes);
    const why = whyForeign(read, this.#desk.data);
    if (why) this.#refuse(why);
    else this.#take(bytes, read);
  }

  /**
   * The document to file: the open one when it says the same; a new one in a plain browser.
   * @returns {Promise<Made | null>} null when the person thought better of it
   */
  async prepared() {
    const open = await this.#host.current();
    const read = open && await readingIfOurs(open);
    if (!open || !read || whyForeign(read, this.#desk.data)) return this.#fromFile();
    const fields = collect(this.#desk.form);
    const differing = differences(this.#desk.form, read.fields, fields);
    if (differing.length === 0) return { bytes: open, fields };
    const which = await askWhich(this.#desk.root, differing);
    if (which === "pane") return this.#rewritten(read);
    if (which !== "document") return null;
    this.#take(open, read);
    return { bytes: open, fields: collect(this.#desk.form) };
  }

  /**
   * The document as far as it can be had without the service: the open one, or the file that was read.
   * @returns {Promise<Uint8Array | null>} null when there is none yet
   */
  async snapshot() {
    const open = await this.#host.current();
    if (open) return open;
    return this.#lastRead && JSON.stringify(this.#lastRead.fields) === JSON.stringify(collect(this.#desk.form)) ? this.#lastRead.bytes : null;
  }

  /** @param {string} why */
  #refuse(why) {
    this.#desk.notices.atTop(`${why} ${t("Biểu mẫu vẫn giữ nguyên.")}`, "warning");
  }

  /** @param {Uint8Array} bytes @param {import("./documents.js").Reading} read */
  #take(bytes, read) {
    const { form, notices } = this.#desk;
    const before = collect(form);
    const changed = this.#desk.put(read.fields, read.findings);
    for (const path of changed) controlOf(form, path)?.closest("[data-field]")?.setAttribute("data-changed", "");
    this.#lastRead = { bytes, read, fields: collect(form) };
    if (changed.length === 0 && JSON.stringify(before) === JSON.stringify(collect(form))) {
      return notices.atTop(t("Đã đọc văn bản: không có gì khác."), "info", { more: unread(read) });
    }
    notices.atTop(t("Đã đọc văn bản: {0} chỗ đổi theo văn bản, được đánh dấu bên dưới.", changed.length), "info", {
      more: unread(read), action: { label: t("Hoàn tác"), act: () => this.#takeBack(before) },
    });
  }

  /** @param {Fields} before what the form said before reading */
  #takeBack(before) {
    const after = collect(this.#desk.form);
    this.#desk.put(before);
    this.#desk.notices.atTop(t("Đã trở lại nội dung trước khi đọc văn bản."), "info", { action: { label: t("Lấy lại nội dung vừa bỏ"), act: () => this.#desk.put(after) } });
    one(this.#desk.root, "[data-read]").focus();
  }

  /** @param {import("./documents.js").Reading} [before] the document that is made anew */
  async #write(before) {
    const file = await filled(this.#desk.data, collect(this.#desk.form), before);
    if (!(await this.#isSomebodyElses())) return this.#host.insert(file, tagsOf(this.#desk.form));
    await this.#host.open(file);
    return /** @type {const} */ ("opened");
  }

  /** @returns {Promise<boolean>} true when the open document is another person's or another year's, however much alike it looks */
  async #isSomebodyElses() {
    const part = await this.#host.part?.();
    const stamp = part ? stampOf(part) : null;
    const { form, campaign, organization, person } = this.#desk.data;
    return stamp !== null && (stamp.form !== form || stamp.campaign !== campaign || stamp.organization !== organization || (stamp.person ?? null) !== (person ?? null));
  }

  /**
   * The open document after the form's values went into it; nothing when they had to go into another window.
   * @param {import("./documents.js").Reading} read what it said before
   */
  async #rewritten(read) {
    const fields = collect(this.#desk.form);
    if (await this.#write(read) !== "opened") {
      const bytes = await this.#host.current();
      return bytes && { bytes, fields };
    }
    this.#desk.notices.inBar(INSERTED.opened, "warning");
    return null;
  }

  /** In a plain browser: the file that was read, if it still says the same; else a new one. */
  async #fromFile() {
    const fields = collect(this.#desk.form);
    if (this.#lastRead && JSON.stringify(this.#lastRead.fields) === JSON.stringify(fields)) return { bytes: this.#lastRead.bytes, fields };
    return { bytes: (await filled(this.#desk.data, fields, this.#lastRead?.read)).bytes, fields };
  }
}

/** @type {Record<import("../../office/host.js").Insertion, string>} */
const INSERTED = {
  written: t("Đã ghi các nội dung vào văn bản đang mở."),
  inserted: t("Đã đưa cả biểu mẫu vào văn bản đang mở."),
  opened: t("Đã mở văn bản mới trong cửa sổ Word khác. Hãy nộp từ cửa sổ đó."),
  saved: t("Đã tải văn bản Word về máy. Sửa xong thì dùng «Đọc từ văn bản» để nộp chính tệp đó."),
};

/** @param {Uint8Array} bytes @returns {Promise<import("./documents.js").Reading | null>} null when the open document holds no form of ours */
async function readingIfOurs(bytes) {
  try {
    return await reading(bytes);
  } catch (error) {
    if (error instanceof Problem && error.code === "422.3") return null;
    throw error;
  }
}

/** @param {import("./documents.js").Reading} read @returns {HTMLElement | undefined} the places that could not be read, in words */
function unread({ outcomes }) {
  const places = Object.values(outcomes ?? {}).filter(({ outcome, reason }) => outcome === "unreadable" && reason);
  if (places.length === 0) return undefined;
  const list = document.createElement("ul");
  list.lang = "vi";
  list.append(...places.map(({ reason }) => Object.assign(document.createElement("li"), { textContent: reason })));
  return list;
}
