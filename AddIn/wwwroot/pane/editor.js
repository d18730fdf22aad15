// @ts-check
import { all, one } from "../lib/dom.js";
import { clearReport, reported } from "../lib/report.js";
import { check, progress } from "../lib/rules.js";
import { t } from "../lib/text.js";
import { fold } from "../lib/words.js";
import { attachDates, wrongDays } from "./fields/dates.js";
import { Drafting } from "./drafts/drafting.js";
import { Exchange } from "./document/exchange.js";
import { Filing } from "./filing/filing.js";
import { Kept } from "./kept/kept.js";
import { LastYear } from "./fields/last-year.js";
import { Messages } from "./findings/messages.js";
import { Notices } from "./notices.js";
import { attachPaste } from "./paste/paste.js";
import { attachRows, forgetDeleted } from "./fields/rows.js";
import { collect, controlOf, fill, pathOf, put } from "./fields/values.js";

/** @typedef {import("../lib/rules.js").Fields} Fields */
/** @typedef {import("../lib/problems.js").Finding} Finding */
/** @typedef {import("./target.js").Target & { personName: string | null, year: number, context: import("../lib/rules.js").Context, rules: import("../lib/rules.js").Rule[], printing: import("./document/paper.js").Printing, heads: Record<string, string[]> }} EditorData `heads` are the words by which people head each field */

/**
 * What the abilities of the editor share: the form on the desk, and what happens when something about it changes.
 * @typedef {object} Desk
 * @property {HTMLElement} root the fragment's data-editor
 * @property {HTMLElement} form
 * @property {EditorData} data
 * @property {Notices} notices
 * @property {Fields} given what the form opened with
 * @property {string} basis the document the form started from; "" for a first one
 * @property {(fields: Fields, fromService?: Finding[]) => string[]} put writes values; gives the paths that changed
 * @property {() => string | null} notReady why no document can be made of the form now; null when one can
 * @property {(fromService?: Finding[]) => Finding[]} check
 * @property {() => void} reveal tells of everything that is wrong
 * @property {(path: string) => void} goTo leads to a place of the form
 */

/** The form in the pane: what is typed, checked and shown. Drafts, documents and filing are abilities of their own. @implements {Desk} */
export class Editor {
  /** @type {Messages} */ #messages;
  /** @type {LastYear} */ #lastYear;
  /** @type {Drafting} */ #drafting;
  /** @type {Finding[]} */ #fromService = [];
  /** @type {import("./document/live.js").Live | null} */ #live = null;
  /** @type {Promise<void>} */ #going = Promise.resolve();
  #stop = new AbortController();

  /**
   * @param {HTMLElement} root
   * @param {import("../office/host.js").Host} host
   */
  constructor(root, host) {
    this.root = root;
    this.form = one(root, "[data-fields]");
    /** @type {EditorData} */ this.data = JSON.parse(one(root, "[data-editor-data]").textContent ?? "");
    this.notices = new Notices(root);
    this.given = collect(this.form);
    this.#messages = new Messages(root);
    this.#lastYear = new LastYear(this.form, () => this.#changed());
    this.#attach();
    this.#drafting = new Drafting(this, this.#stop.signal);
    this.check();
    const kept = new Kept(root, this.data, host);
    const exchange = new Exchange(this, kept.host);
    const filing = new Filing(this, exchange, this.#drafting, this.#stop.signal);
    this.#on("[data-read]", () => exchange.read());
    this.#on("[data-insert]", async () => {
      await this.#settled();
      await exchange.insert();
    });
    this.#on("[data-submit]", async () => {
      await this.#settled();
      await filing.submit();
    });
    attachPaste(this);
    this.#on("[data-layout]", async () => (await import("./layout/layout.js")).openLayout(this, kept, exchange.lastBytes));
    this.#on("[data-salvage]", async () => (await import("./salvage/salvage.js")).openSalvage(this, host));
    one(root, "[data-read-hint]").textContent = host.readHint;
    one(root, "[data-insert]").title = host.insertHint;
    void reported(() => this.#drafting.open());
    void reported(() => filing.remind());
    this.#going = reported(() => this.#goLive(kept.host));
    void reported(() => kept.offer());
  }

  get basis() {
    return one(this.root, "[data-current]").dataset.submission ?? "";
  }

  /** @returns {boolean} never: a draft keeps what was typed */
  get unsaved() {
    return false;
  }

  /** Keeps what was typed and lets go of the page. */
  close() {
    this.#drafting.flush();
    this.#stop.abort();
  }

  /** @param {Fields} fields @param {Finding[]} [fromService] */
  put(fields, fromService = []) {
    const changed = fill(this.form, fields);
    for (const list of all(this.form, "[data-rows]")) forgetDeleted(list);
    for (const field of all(this.form, "[data-changed]")) field.removeAttribute("data-changed");
    this.check(fromService);
    this.#drafting?.touched();
    this.#live?.touched();
    return changed;
  }

  notReady() {
    return wrongDays(this.form, pathOf).length > 0 ? t("Có chỗ ghi ngày chưa đúng. Hãy sửa ngày rồi làm lại.") : null;
  }

  /** @param {Finding[]} [fromService] what the service found that the page cannot */
  check(fromService = this.#fromService) {
    this.#fromService = fromService;
    const fields = collect(this.form);
    const own = [...wrongDays(this.form, pathOf), ...wrongName(fields, this.data), ...check(this.data.rules, fields, this.data.context)];
    const more = fromService.filter((theirs) => !own.some((ours) => ours.rule === theirs.rule && ours.path === theirs.path));
    const findings = [...own, ...more];
    this.#messages.show(findings, progress(this.data.rules, fields, this.data.context));
    this.#lastYear.refresh();
    return findings;
  }

  reveal() {
    this.#messages.reveal();
  }

  /** @param {string} path */
  goTo(path) {
    this.#messages.goTo(path);
  }

  /**
   * Does at once what a button of the ribbon asked for, as if its own button had been pressed.
   * @param {import("./ribbon.js").Act} act
   */
  async start(act) {
    if (act === "submit") return one(this.root, "[data-submit]").click();
    await this.#settled();
    if (this.check().length > 0) return this.reveal();
    this.notices.inBar(t("Đã kiểm tra: không có chỗ nào phải sửa."), "success");
  }

  #attach() {
    attachDates(this.form);
    for (const list of all(this.form, "[data-rows]")) attachRows(list, () => this.#changed());
    this.form.addEventListener("input", (event) => {
      forgetMarks(/** @type {Element} */ (event.target));
      this.#changed();
    });
    this.form.addEventListener("submit", (event) => event.preventDefault());
  }

  #changed() {
    for (const output of all(this.form, "output[data-copy-of]")) {
      const source = controlOf(this.form, output.dataset.copyOf ?? "");
      if (source instanceof HTMLInputElement) put(output, source.value);
    }
    this.check([]);
    this.#drafting.touched();
    this.#live?.touched();
  }

  /** @param {import("./kept/kept.js").KeepingHost} host the open document, where there is one, and the form keep in step */
  async #goLive(host) {
    if (!host.live) return;
    const [{ Live }, port] = await Promise.all([import("./document/live.js"), host.live()]);
    if (this.#stop.signal.aborted) return;
    this.#live = new Live(this, host, port, this.#stop.signal);
    await this.#live.settle();
  }

  /** The form says what the open document says. */
  async #settled() {
    await this.#going;
    await this.#live?.settle();
  }

  /** @param {string} selector @param {() => unknown} act */
  #on(selector, act) {
    const button = /** @type {HTMLButtonElement} */ (one(this.root, selector));
    button.addEventListener("click", () => reported(async () => {
      if (button.ariaDisabled === "true") return;
      button.ariaDisabled = "true";
      clearReport();
      this.notices.clearBar();
      try {
        await act();
      } finally {
        button.ariaDisabled = null;
      }
    }));
  }
}

/** The service files a plan only under the name of its owner. @param {Fields} fields @param {EditorData} data @returns {Finding[]} */
function wrongName(fields, { personName }) {
  const name = String(fields.fullName ?? "");
  if (!personName || !name || fold(name) === fold(personName)) return [];
  return [{ rule: "name", severity: "error", path: "fullName", clause: "", ours: true, message: t("Họ và tên khác với người lập kế hoạch là {0}.", personName) }];
}

/** @param {Element} control once somebody types, neither source nor mark is true any longer */
function forgetMarks(control) {
  const field = control.closest("[data-field]");
  field?.removeAttribute("data-changed");
  field?.querySelector("[data-source]")?.remove();
}
