// @ts-check
import { all, announce, one, pause } from "../lib/dom.js";
import { Problem } from "../lib/problems.js";
import { clearReport, reported } from "../lib/report.js";
import { check } from "../lib/rules.js";
import { moment } from "../lib/words.js";
import { askWhich } from "./differs.js";
import { filled, reading } from "./documents.js";
import { drafts } from "./drafts.js";
import { Messages } from "./messages.js";
import { attachRows } from "./rows.js";
import { Submission } from "./submit.js";
import { collect, controlOf, differences, fill, put, tagsOf } from "./values.js";

/** @typedef {import("../lib/rules.js").Fields} Fields */
/** @typedef {import("../lib/problems.js").Finding} Finding */

const TYPING_PAUSE = 400;

/** The form in the pane: fields, messages, draft, document, filing. */
export class Editor {
  /** @type {HTMLElement} */ #root;
  /** @type {HTMLElement} */ #form;
  /** @type {import("../office/host.js").Host} */ #host;
  /** @type {import("./target.js").Target & { current: { id: string, state: string, revision: number } | null, context: any, rules: any[] }} */ #data;
  /** @type {Messages} */ #messages;
  /** @type {ReturnType<typeof drafts>} */ #drafts;
  /** @type {Submission} */ #submission;
  /** @type {Fields} */ #given;
  /** @type {Finding[]} */ #fromService = [];
  /** @type {{ bytes: Uint8Array, fields: Fields } | null} */ #lastRead = null;
  #stop = new AbortController();

  /**
   * @param {HTMLElement} root the fragment's data-editor
   * @param {import("../office/host.js").Host} host
   */
  constructor(root, host) {
    this.#root = root;
    this.#host = host;
    this.#form = one(root, "[data-fields]");
    this.#data = JSON.parse(one(root, "[data-editor-data]").textContent ?? "");
    this.#messages = new Messages(root);
    this.#drafts = drafts(this.#data);
    this.#submission = new Submission(root, this.#data, (filing) => this.#filed(filing));
    this.#given = collect(this.#form);
    this.#attach();
    this.#restore();
    this.#check();
    void reported(() => this.#remindOfUnfinished());
  }

  /** Keeps what was typed and lets go of the page. */
  close() {
    this.#keep();
    this.#stop.abort();
  }

  #attach() {
    for (const list of all(this.#form, "[data-rows]")) attachRows(list, () => this.#changed());
    const keepSoon = pause(() => this.#keep(), TYPING_PAUSE);
    this.#form.addEventListener("input", (event) => {
      forgetMarks(/** @type {Element} */ (event.target));
      this.#changed();
      keepSoon();
    });
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("pagehide", () => this.#keep(), { signal: this.#stop.signal });
    document.addEventListener("visibilitychange", () => this.#keep(), { signal: this.#stop.signal });
    this.#on("[data-read]", () => this.#read());
    this.#on("[data-insert]", () => this.#insert());
    this.#on("[data-submit]", () => this.#submit());
    this.#on("[data-draft-discard]", () => this.#discard());
    one(this.#root, "[data-read-hint]").textContent = this.#host.readHint;
    one(this.#root, "[data-insert]").title = this.#host.insertHint;
  }

  /** @param {string} selector @param {() => unknown} act */
  #on(selector, act) {
    const button = /** @type {HTMLButtonElement} */ (one(this.#root, selector));
    button.addEventListener("click", () => reported(async () => {
      if (button.ariaDisabled === "true") return;
      button.ariaDisabled = "true";
      clearReport();
      try {
        await act();
      } finally {
        button.ariaDisabled = null;
      }
    }));
  }

  // Checking

  #changed() {
    for (const output of all(this.#form, "output[data-copy-of]")) {
      const source = controlOf(this.#form, output.dataset.copyOf ?? "");
      if (source instanceof HTMLInputElement) put(output, source.value);
    }
    this.#fromService = [];
    this.#check();
  }

  #check() {
    const own = check(this.#data.rules, collect(this.#form), this.#data.context);
    const more = this.#fromService.filter((theirs) => !own.some((ours) => ours.rule === theirs.rule && ours.path === theirs.path));
    const findings = [...own, ...more];
    this.#messages.show(findings);
    return findings;
  }

  // The draft on this machine

  #keep() {
    const fields = collect(this.#form);
    if (JSON.stringify(fields) === JSON.stringify(this.#given)) return this.#drafts.discard();
    const kept = this.#drafts.write(fields, this.#data.current?.id ?? "");
    one(this.#root, "[data-saved]").textContent = kept ? `Đã giữ bản nháp trên máy này lúc ${moment(new Date()).slice(0, 5)}` : "Trình duyệt này không giữ được bản nháp; đừng đóng trang trước khi nộp.";
  }

  #restore() {
    const draft = this.#drafts.read();
    if (!draft) return;
    const changed = fill(this.#form, draft.fields);
    if (changed.length === 0 && JSON.stringify(collect(this.#form)) === JSON.stringify(this.#given)) return;
    const newer = draft.basis !== (this.#data.current?.id ?? "") ? " Từ lúc đó đã có bản nộp mới hơn; hãy xem kỹ trước khi nộp." : "";
    one(this.#root, "[data-draft-text]").textContent = `Đã mở lại bản nháp gõ lúc ${moment(new Date(draft.at))}.${newer}`;
    one(this.#root, "[data-draft-note]").hidden = false;
  }

  #discard() {
    fill(this.#form, this.#given);
    this.#drafts.discard();
    one(this.#root, "[data-draft-note]").hidden = true;
    one(this.#root, "[data-saved]").textContent = "";
    this.#changed();
    one(this.#root, "[data-editor-title]").focus();
    announce("Đã bỏ bản nháp.");
  }

  // The document

  async #insert() {
    this.#say(INSERTED[await this.#write()], "success");
  }

  /** Puts the pane's values into a document. */
  async #write() {
    return this.#host.insert(await filled(this.#data, collect(this.#form)), tagsOf(this.#form));
  }

  async #read() {
    const bytes = await this.#host.read(/** @type {HTMLInputElement} */ (one(this.#root, "[data-file]")));
    if (bytes) await this.#take(bytes);
  }

  /** @param {Uint8Array} bytes @returns {Promise<void>} */
  async #take(bytes) {
    const read = await reading(bytes);
    if (read.form !== this.#data.form) throw new Problem("file", "Văn bản này là mẫu khác.", "Hãy chọn đúng văn bản của mẫu đang mở.");
    const changed = fill(this.#form, read.fields);
    this.#changed();
    for (const path of changed) markChanged(controlOf(this.#form, path));
    this.#lastRead = { bytes, fields: collect(this.#form) };
    this.#fromService = read.findings;
    this.#check();
    this.#keep();
    this.#say(changed.length > 0 ? `Đã đọc văn bản: ${changed.length} chỗ đổi theo văn bản, được đánh dấu bên dưới.` : "Đã đọc văn bản: không có gì khác.", "info", unread(read));
  }

  // Filing

  async #submit() {
    const findings = this.#check();
    if (findings.some(({ severity }) => severity === "error")) return this.#messages.reveal();
    this.#keep();
    try {
      await this.#submission.file(() => JSON.stringify(collect(this.#form)), () => this.#prepared());
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.#fromService = error.findings;
      this.#check();
      this.#messages.reveal();
    }
  }

  /** @returns {Promise<Uint8Array | null>} */
  async #prepared() {
    const open = await this.#host.current();
    const read = open && await readingIfOurs(open);
    if (!open || !read) return this.#fromFile();
    const differing = differences(this.#form, read.fields, collect(this.#form));
    if (differing.length === 0) return open;
    const which = await askWhich(this.#root, differing);
    if (which === "pane") return this.#rewritten();
    if (which === "document") await this.#take(open);
    return which === "document" ? open : null;
  }

  /** The open document after the pane's values went into it; nothing when they had to go into another window. */
  async #rewritten() {
    if (await this.#write() !== "opened") return this.#host.current();
    this.#say(INSERTED.opened, "warning");
    return null;
  }

  /** In a plain browser: the file that was read, if it still says the same; else a new one. */
  async #fromFile() {
    const fields = collect(this.#form);
    if (this.#lastRead && JSON.stringify(this.#lastRead.fields) === JSON.stringify(fields)) return this.#lastRead.bytes;
    return (await filled(this.#data, fields)).bytes;
  }

  async #remindOfUnfinished() {
    if (await this.#submission.unfinished()) {
      this.#say("Lần nộp trước chưa có biên nhận. Bấm «Nộp» để gửi lại đúng bản đó; hệ thống không tính hai lần.", "warning");
    }
  }

  /** @param {import("./documents.js").Filing} filing */
  #filed(filing) {
    this.#drafts.discard();
    this.#given = collect(this.#form);
    this.#data.current = { id: filing.id, state: filing.status, revision: filing.revision };
    one(this.#root, "[data-submit]").textContent = "Nộp lại";
    one(this.#root, "[data-draft-note]").hidden = true;
    one(this.#root, "[data-saved]").textContent = "";
  }

  /** @param {string} words @param {string} tone @param {HTMLElement} [more] */
  #say(words, tone, more) {
    const box = document.createElement("div");
    box.className = "notice";
    box.dataset.tone = tone;
    box.append(words, ...(more ? [more] : []));
    one(this.#root, "[data-read-result]").replaceChildren(box);
  }
}

/** @type {Record<import("../office/host.js").Insertion, string>} */
const INSERTED = {
  written: "Đã ghi các nội dung vào văn bản đang mở.",
  inserted: "Đã đưa cả biểu mẫu vào văn bản đang mở.",
  opened: "Đã mở văn bản mới trong cửa sổ Word khác. Hãy nộp từ cửa sổ đó.",
  saved: "Đã tải văn bản Word về máy. Sửa xong thì dùng «Đọc từ văn bản» để nộp chính tệp đó.",
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
  list.append(...places.map(({ reason }) => Object.assign(document.createElement("li"), { textContent: reason })));
  return list;
}

/** @param {HTMLElement | null} control */
function markChanged(control) {
  control?.closest("[data-field]")?.setAttribute("data-changed", "");
}

/** @param {Element} control once somebody types, neither source nor mark is true any longer */
function forgetMarks(control) {
  const field = control.closest("[data-field]");
  field?.removeAttribute("data-changed");
  field?.querySelector("[data-source]")?.remove();
}

