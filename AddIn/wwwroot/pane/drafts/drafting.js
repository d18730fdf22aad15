// @ts-check
import { announce, one, pause } from "../../lib/dom.js";
import { Problem } from "../../lib/problems.js";
import { reported } from "../../lib/report.js";
import { t } from "../../lib/text.js";
import { DraftSending } from "./sending.js";
import { DraftStatus } from "./status.js";
import { drafts } from "./local.js";
import { askWhose } from "./whose.js";
import { collect } from "../fields/values.js";

/** @typedef {import("../../lib/rules.js").Fields} Fields */
/** @typedef {{ fields: Fields, basis: string, version: number, savedAt: string, sent?: boolean }} Other a draft that this page has not seen; `sent` is false when only this machine has it */

const TYPING_PAUSE = 400;
const SENDING_PAUSE = 1_200;
const RETRY_PAUSE = 15_000;

/** Keeps what is typed: on this machine at once, at the service shortly after. What another device or window has kept is never overwritten unseen. */
export class Drafting {
  /** @type {import("../editor.js").Desk} */ #desk;
  /** @type {ReturnType<typeof drafts>} */ #local;
  /** @type {DraftSending} */ #service;
  /** @type {DraftStatus} */ #status;
  /** @type {Other | null} */ #undecided = null;
  /** @type {AbortSignal} */ #until;
  /** What the form says without any draft. */ #given = "";
  /** What was last kept or loaded here. */ #kept = "";
  /** The keeping on this machine that this page has seen. */ #seen = "";
  #keepSoon = pause(() => this.keep(), TYPING_PAUSE);
  #sendSoon = pause(() => this.#send(), SENDING_PAUSE);
  #sendLater = pause(() => this.#send(), RETRY_PAUSE);

  /** @param {import("../editor.js").Desk} desk @param {AbortSignal} until */
  constructor(desk, until) {
    this.#until = until;
    this.#desk = desk;
    this.#local = drafts(desk.data);
    this.#service = new DraftSending(desk.data);
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
    const theirs = await this.#service.read();
    if (!(theirs instanceof Problem)) this.#meet(theirs);
    else {
      const kept = this.#local.read();
      if (kept?.sent && this.#text() === this.#given) this.#load({ ...kept, savedAt: kept.at });
    }
    await this.#offerAside();
  }

  /** Somebody typed: keep it once they pause. */
  touched() {
    this.#keepSoon();
  }

  /** Keeps what was typed since the last time, on this machine at once. */
  keep() {
    if (this.#until.aborted) return;
    const text = this.#text();
    if (text === this.#kept) return;
    const stored = this.#local.read();
    if (stored && stored.at !== this.#seen && JSON.stringify(stored.fields) !== text) return this.#keepAside(text, stored);
    this.#kept = text;
    if (text === this.#given) return this.#drop();
    const here = this.#write(text, new Date().toISOString(), false);
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
    await this.#service.rest();
  }

  /** @param {Fields | null} filed what was filed, and so is a draft no more; null when nothing was */
  wake(filed) {
    this.#service.wake();
    if (!filed) return this.#sendSoon();
    this.#local.discard();
    this.#local.aside.discard();
    this.#given = this.#kept = this.#service.sent = JSON.stringify(filed);
    [this.#service.base, this.#seen, this.#undecided] = [0, "", null];
    this.#status.clear();
    this.keep();
  }

  /** Another window has kept something else: what is typed here is kept beside it until somebody decides. @param {string} text @param {import("./local.js").Draft} stored */
  #keepAside(text, stored) {
    this.#local.aside.write({ fields: JSON.parse(text), basis: this.#desk.basis, at: new Date().toISOString(), version: this.#service.base, sent: false });
    this.#put(elsewhere(stored));
  }

  /** Asks about what was kept aside in a window that is gone. */
  async #offerAside() {
    const left = this.#local.aside.read();
    if (!left || this.#undecided) return;
    const mine = collect(this.#desk.form);
    if (JSON.stringify(left.fields) === JSON.stringify(mine)) return this.#local.aside.discard();
    const answer = await askWhose(this.#desk.form, elsewhere(left), mine);
    if (answer === "") return;
    this.#local.aside.discard();
    if (answer === "theirs") this.#use(left.fields, mine);
  }

  /** @param {Fields} fields @param {Fields} before what the form said, should somebody want it back */
  #use(fields, before) {
    this.#desk.put(fields);
    this.#desk.notices.atTop(t("Đã dùng bản kia."), "info", { action: { label: t("Hoàn tác"), act: () => this.#desk.put(before) } });
  }

  #text() {
    return JSON.stringify(collect(this.#desk.form));
  }

  /** @param {string} text @param {string} at @param {boolean} sent */
  #write(text, at, sent) {
    this.#seen = at;
    return this.#local.write({ fields: JSON.parse(text), basis: this.#desk.basis, at, version: this.#service.base, sent });
  }

  /** @param {import("./service.js").ServerDraft | null} theirs */
  #meet(theirs) {
    this.keep();
    const mine = this.#local.read();
    if (!theirs) return mine?.sent ? this.#forget() : this.#sendSoon();
    if (!mine || (mine.sent && this.#text() === this.#given)) return this.#take(theirs);
    const said = JSON.stringify(mine.fields);
    if (said === JSON.stringify(theirs.fields)) return this.#adopt(theirs, said);
    if (mine.version !== theirs.version) return this.#put(theirs);
    if (said !== this.#given) return this.#sendSoon();
    this.#forget();
    void this.#throwAway();
  }

  /** The draft was filed or thrown away elsewhere: it is none any more. */
  #forget() {
    this.#local.discard();
    this.#seen = "";
  }

  /** @param {Other} draft */
  #load({ fields, basis, version, savedAt }) {
    this.#desk.put(fields);
    this.#kept = this.#text();
    this.#service.base = version;
    if (this.#kept !== this.#given) this.#status.opened(new Date(savedAt), basis !== this.#desk.basis);
  }

  /** @param {Other} theirs what was kept elsewhere becomes what this page has */
  #take(theirs) {
    this.#load(theirs);
    if (theirs.sent ?? true) return this.#adopt(theirs, this.#kept);
    this.#seen = theirs.savedAt;
    this.#sendSoon();
  }

  /** @param {Other} theirs @param {string} text what both say */
  #adopt({ version, savedAt }, text) {
    [this.#service.base, this.#service.sent, this.#seen] = [version, text, savedAt];
    if (text !== this.#given) this.#status.kept(this.#write(text, savedAt, true), true, new Date(savedAt));
  }

  async #send() {
    // A closed form has kept what was typed; the next one sends it.
    if (this.#until.aborted || this.#undecided || this.#kept === this.#given) return;
    if (!this.#service.asked) return this.#ask();
    const text = this.#kept;
    const outcome = await this.#service.send(text, this.#desk.basis);
    if (outcome === "saved") this.#saved(text);
    else if (outcome === "again") this.#sendSoon();
    else if (outcome instanceof Problem) this.#failed(outcome);
    else if (outcome) this.#put(outcome);
  }

  async #ask() {
    const theirs = await this.#service.read();
    if (theirs instanceof Problem) this.#failed(theirs);
    else this.#meet(theirs);
  }

  /** @param {Problem} problem */
  #failed(problem) {
    this.#status.notSent(problem);
    this.#sendLater();
  }

  /** @param {string} text */
  #saved(text) {
    const stored = this.#local.read();
    if (stored?.at === this.#seen) this.#local.write({ ...stored, version: this.#service.base, sent: this.#kept === text });
    this.#status.kept(Boolean(stored), true);
    if (this.#kept !== text) this.#sendSoon();
  }

  /** @param {Other} theirs what another device or window has kept: somebody has to decide */
  #put(theirs) {
    if (this.#until.aborted) return;
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
    this.#local.aside.discard();
    if (answer === "theirs") {
      this.#take(theirs);
      return this.#desk.notices.atTop(t("Đã dùng bản kia."), "info", { action: { label: t("Hoàn tác"), act: () => this.#desk.put(mine) } });
    }
    [this.#service.base, this.#kept, this.#seen] = [theirs.version, "", this.#local.read()?.at ?? ""];
    this.flush();
  }

  /** What was typed has been taken back by hand: there is no draft any more. */
  #drop() {
    this.#forget();
    this.#service.sent = this.#given;
    this.#status.clear();
    if (this.#service.base > 0) void this.#throwAway();
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
    const told = await this.#service.discard();
    if (this.#kept !== this.#given) this.#sendSoon();
    else if (!told) this.#write(this.#given, new Date().toISOString(), false);
  }
}

/** @param {import("./local.js").Draft} draft one that another window has kept @returns {Other} */
const elsewhere = (draft) => ({ ...draft, savedAt: draft.at });
