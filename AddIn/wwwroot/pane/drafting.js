// @ts-check
import { announce, one, pause } from "../lib/dom.js";
import { Problem } from "../lib/problems.js";
import { reported } from "../lib/report.js";
import { t } from "../lib/text.js";
import { moment } from "../lib/words.js";
import { DraftStatus } from "./draft-status.js";
import { drafts } from "./drafts.js";
import { askWhose } from "./other-draft.js";
import { serverDrafts } from "./server-drafts.js";
import { collect } from "./values.js";

/** @typedef {import("../lib/rules.js").Fields} Fields */
/** @typedef {{ fields: Fields, basis: string, version: number, savedAt: string, sent?: boolean }} Other a draft that this page has not seen; `sent` is false when only this machine has it */

const TYPING_PAUSE = 400;
const SENDING_PAUSE = 1_200;
const RETRY_PAUSE = 15_000;

/** Keeps what is typed: on this machine at once, at the service shortly after. What another device or window has kept is never overwritten unseen. */
export class Drafting {
  /** @type {import("./editor.js").Desk} */ #desk;
  /** @type {ReturnType<typeof drafts>} */ #local;
  /** @type {ReturnType<typeof serverDrafts>} */ #server;
  /** @type {DraftStatus} */ #status;
  /** @type {Promise<void> | null} */ #sending = null;
  /** @type {Other | null} */ #undecided = null;
  /** What the form says without any draft. */ #given = "";
  /** What was last kept or loaded here. */ #kept = "";
  /** What the service has from here. */ #sent = "";
  /** What the service was last given, should its answer get lost. */ #tried = "";
  /** The keeping on this machine that this page has seen. */ #seen = "";
  /** The version at the service that this page continues. */ #base = 0;
  #asked = false;
  #refused = false;
  #resting = false;
  #keepSoon = pause(() => this.keep(), TYPING_PAUSE);
  #sendSoon = pause(() => this.#send(), SENDING_PAUSE);
  #sendLater = pause(() => this.#send(), RETRY_PAUSE);

  /** @param {import("./editor.js").Desk} desk @param {AbortSignal} until */
  constructor(desk, until) {
    this.#desk = desk;
    this.#local = drafts(desk.data);
    this.#server = serverDrafts(desk.data);
    this.#status = new DraftStatus(desk.root, () => this.#undecided && this.#decide(this.#undecided));
    this.#given = this.#kept = this.#text();
    const kept = this.#local.read();
    this.#seen = kept?.at ?? "";
    if (kept && !kept.sent) this.#load({ ...kept, savedAt: kept.at });
    one(desk.root, "[data-draft-discard]").addEventListener("click", () => reported(() => this.#discard()));
    addEventListener("online", () => this.#send(), { signal: until });
    addEventListener("pagehide", () => this.flush(), { signal: until });
    document.addEventListener("visibilitychange", () => this.flush(), { signal: until });
  }

  /** Learns what the service has, and loads the newer of the two. */
  async open() {
    try {
      this.#meet(await this.#server.read());
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const kept = this.#local.read();
      if (kept?.sent && this.#text() === this.#given) this.#load({ ...kept, savedAt: kept.at });
    }
  }

  /** Somebody typed: keep it once they pause. */
  touched() {
    this.#keepSoon();
  }

  /** Keeps what was typed since the last time, on this machine at once. */
  keep() {
    const text = this.#text();
    if (text === this.#kept) return;
    const stored = this.#local.read();
    if (stored && stored.at !== this.#seen && JSON.stringify(stored.fields) !== text) return this.#decideSoon({ ...stored, savedAt: stored.at });
    this.#kept = text;
    if (text === this.#given) return this.#drop();
    const at = new Date().toISOString();
    const here = this.#local.write({ fields: JSON.parse(text), basis: this.#desk.basis, at, version: this.#base, sent: false });
    this.#seen = at;
    if (!this.#undecided) this.#status.kept(here, false);
    this.#sendSoon();
  }

  /** Keeps and sends without waiting: the page may go away. */
  flush() {
    this.keep();
    void this.#send();
  }

  /** Lets nothing be sent while a document is filed: it would come back as a draft. */
  async rest() {
    this.keep();
    this.#resting = true;
    await this.#sending;
  }

  /** @param {Fields | null} filed what was filed, and so is a draft no more; null when nothing was */
  wake(filed) {
    this.#resting = false;
    if (!filed) return this.#sendSoon();
    this.#local.discard();
    this.#given = this.#kept = this.#sent = JSON.stringify(filed);
    [this.#base, this.#seen, this.#undecided] = [0, "", null];
    one(this.#desk.root, "[data-draft-note]").hidden = true;
    this.#status.clear();
    this.keep();
  }

  #text() {
    return JSON.stringify(collect(this.#desk.form));
  }

  /** @param {import("./server-drafts.js").ServerDraft | null} theirs */
  #meet(theirs) {
    this.keep();
    this.#asked = true;
    const mine = this.#local.read();
    if (!theirs) return mine?.sent ? this.#forgotten() : this.#sendSoon();
    if (!mine || (mine.sent && this.#text() === this.#given)) return this.#take(theirs);
    const given = JSON.stringify(mine.fields);
    if (given === JSON.stringify(theirs.fields)) return this.#adopt(theirs, given);
    if (mine.version !== theirs.version) return this.#decideSoon(theirs);
    if (given === this.#given) return void this.#throwAway();
    this.#sendSoon();
  }

  /** The draft was filed or thrown away elsewhere: it is none any more. */
  #forgotten() {
    this.#local.discard();
    this.#seen = "";
  }

  /** @param {Other} draft */
  #load({ fields, basis, version, savedAt }) {
    this.#desk.put(fields);
    this.#kept = this.#text();
    this.#base = version;
    if (this.#kept === this.#given) return;
    const newer = basis !== this.#desk.basis ? ` ${t("Từ lúc đó đã có bản nộp mới hơn; hãy xem kỹ trước khi nộp.")}` : "";
    one(this.#desk.root, "[data-draft-text]").textContent = t("Đã mở lại bản nháp gõ lúc {0}.", moment(new Date(savedAt))) + newer;
    one(this.#desk.root, "[data-draft-note]").hidden = false;
  }

  /** @param {Other} theirs what the service has becomes what this page has */
  #take(theirs) {
    this.#load(theirs);
    if (theirs.sent ?? true) return this.#adopt(theirs, this.#kept);
    this.#seen = theirs.savedAt;
    this.#sendSoon();
  }

  /** @param {Other} theirs @param {string} text what both say */
  #adopt({ basis, version, savedAt }, text) {
    [this.#base, this.#sent, this.#seen] = [version, text, savedAt];
    if (text === this.#given) return;
    const here = this.#local.write({ fields: JSON.parse(text), basis, at: savedAt, version, sent: true });
    this.#status.kept(here, true, new Date(savedAt));
  }

  async #send() {
    if (this.#sending || this.#resting || this.#refused || this.#undecided || this.#kept === this.#sent || this.#kept === this.#given) return;
    this.#sending = this.#sendNow().finally(() => { this.#sending = null; });
    await this.#sending;
    if (this.#kept !== this.#sent) this.#sendLater();
  }

  async #sendNow() {
    try {
      if (!this.#asked) return this.#meet(await this.#server.read());
      const [text, before] = [this.#kept, this.#tried];
      this.#tried = text;
      const answer = await this.#server.save(JSON.parse(text), this.#desk.basis, this.#base);
      if (!("other" in answer)) return this.#saved(text, answer.version);
      this.#behind(answer.other, [text, before]);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.#refused = !error.transient && error.status !== 401;
      this.#status.notSent(error);
    }
  }

  /** @param {string} text @param {number} version */
  #saved(text, version) {
    [this.#sent, this.#base] = [text, version];
    const stored = this.#local.read();
    if (stored?.at === this.#seen) this.#local.write({ ...stored, version, sent: this.#kept === text });
    this.#status.kept(Boolean(stored), true);
  }

  /** @param {import("./server-drafts.js").ServerDraft | null} other @param {string[]} own texts that came from here */
  #behind(other, own) {
    if (!other) this.#base = 0;
    else if (own.includes(JSON.stringify(other.fields))) this.#base = other.version;
    else return this.#decideSoon(other);
    this.#sendSoon();
  }

  /** @param {Other} theirs */
  #decideSoon(theirs) {
    this.#status.other();
    const open = this.#undecided !== null;
    this.#undecided = theirs;
    if (!open) void reported(() => this.#decide(theirs));
  }

  /** @param {Other} theirs */
  async #decide(theirs) {
    const mine = collect(this.#desk.form);
    const answer = await askWhose(this.#desk.form, theirs, mine);
    if (answer === "") return;
    this.#undecided = null;
    if (answer === "theirs") {
      this.#take(theirs);
      this.#desk.notices.atTop(t("Đã dùng bản kia."), "info", { action: { label: t("Hoàn tác"), act: () => this.#desk.put(mine) } });
    } else {
      [this.#base, this.#kept, this.#seen] = [theirs.version, "", this.#local.read()?.at ?? ""];
      this.keep();
      void this.#send();
    }
  }

  /** What was typed has been taken back by hand: there is no draft any more. */
  #drop() {
    this.#local.discard();
    [this.#seen, this.#sent] = ["", this.#given];
    one(this.#desk.root, "[data-draft-note]").hidden = true;
    this.#status.clear();
    if (this.#base > 0) void this.#throwAway();
  }

  async #discard() {
    this.keep();
    const before = collect(this.#desk.form);
    this.#desk.put(JSON.parse(this.#given));
    this.#kept = this.#given;
    this.#drop();
    this.#desk.notices.atTop(t("Đã bỏ bản nháp."), "info", { action: { label: t("Hoàn tác"), act: () => this.#desk.put(before) } });
    one(this.#desk.root, "[data-editor-title]").focus();
    announce(t("Đã bỏ bản nháp. Có thể hoàn tác."));
  }

  /** Throws the draft at the service away; without a network, as soon as the form is opened with one. */
  async #throwAway() {
    const version = this.#base;
    this.#base = 0;
    try {
      await this.#sending;
      await this.#server.discard();
      this.#local.discard();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      [this.#base, this.#seen] = [version, new Date().toISOString()];
      this.#local.write({ fields: JSON.parse(this.#given), basis: this.#desk.basis, at: this.#seen, version, sent: false });
    }
  }
}
