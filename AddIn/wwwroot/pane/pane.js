// @ts-check
import { query } from "../lib/api.js";
import { copyOf, one } from "../lib/dom.js";
import { load } from "../lib/fragments.js";
import { ask } from "../lib/question.js";
import { reported } from "../lib/report.js";
import { keptFragment } from "../lib/kept.js";
import { RELEASE } from "../lib/release.js";
import { isDue, owner, renew, session, signIn } from "../lib/session.js";
import { t } from "../lib/text.js";
import { host } from "../office/host.js";
import { turnToLanguage } from "../office/language.js";
import { attachClerk, keepTools, listPeople } from "./duties/clerk.js";
import { Editor } from "./editor.js";
import { keepSending, onNews } from "./filing/queue.js";
import { Network, reachable } from "./offline/network.js";
import { calm } from "./offline/calm.js";
import { asked, dutyFor, focusOn, guarded, isAct, openedLast, remember } from "./ribbon.js";
import { targetQuery } from "./target.js";
import { UnitDefaults } from "./duties/unit-defaults.js";
import { attachWithdrawal } from "./duties/withdrawal.js";

/** @typedef {{ form: string, campaign: string, organization: string, person: string | null }} Wanted */

/** The task pane: the person's duties, and the form or sheet that one of them opens. */
class Pane {
  /** @type {HTMLElement} */ #duties;
  /** @type {HTMLElement} */ #form;
  /** @type {import("../office/host.js").Host} */ #host;
  /** @type {Editor | UnitDefaults | null} */ #open = null;

  /** @param {HTMLElement} root @param {import("../office/host.js").Host} port */
  constructor(root, port) {
    this.#host = port;
    this.#duties = one(root, "[data-duties-view]");
    this.#form = one(root, "[data-editor-view]");
    this.#duties.addEventListener("click", (event) => {
      const button = /** @type {Element} */ (event.target).closest("[data-open-form], [data-open-defaults]");
      if (button instanceof HTMLElement) void reported(() => this.#follow(button));
    });
    this.#form.addEventListener("click", (event) => {
      if (/** @type {Element} */ (event.target).closest("[data-back]")) void reported(() => this.#goBack());
    });
    attachClerk(this.#duties);
    attachWithdrawal(this.#duties, () => this.#list());
    addEventListener("popstate", () => reported(() => this.show()));
    onNews((news) => void reported(() => this.#hear(news)));
  }

  /** Shows what the page's address asks for. */
  async show() {
    const wanted = inAddress();
    this.#open?.close();
    this.#open = null;
    this.#duties.hidden = Boolean(wanted);
    this.#form.hidden = !wanted;
    if (wanted) await this.#load(wanted);
    else await this.#list();
  }

  #list() {
    return load(one(this.#duties, "[data-duties]"), "/pane/duties", () => {
      keepTools(this.#duties);
      void reported(() => listPeople(this.#duties));
      void reported(() => this.#tellWaiting());
      if (RELEASE) void reported(() => this.#keepForms());
    }, keptFragment);
  }

  async #keepForms() {
    await calm();
    await (await import("./offline/readying.js")).keepForms(this.#duties);
  }

  async #tellWaiting() {
    await (await import("./duties/waiting.js")).markWaiting(this.#duties);
  }

  /** @param {import("./filing/queue.js").News} news of a filing that waits, or waited */
  async #hear({ waiting, receipt }) {
    if (this.#duties.hidden) return;
    if (receipt) {
      (await import("./duties/waiting.js")).tellReceived(this.#duties, waiting, receipt);
      await this.#list();
    }
    await this.#tellWaiting();
  }

  /** @param {HTMLElement} button */
  async #follow({ dataset: { openForm = "defaults", campaign, organization, person } }) {
    history.pushState(null, "", `/pane${query({ form: openForm, campaign, organization, person })}`);
    for (const told of ["[data-duties-notice]", "[data-waiting-list]"]) one(this.#duties, told).replaceChildren();
    await this.show();
  }

  /** Does what a button of the ribbon asked for. @param {string} go */
  async start(go) {
    if (go === "" || isAct(go)) await this.#turnToDocument();
    if (isAct(go)) return this.#act(go);
    await this.show();
    if (go === "" || this.#open) return;
    const { button, words } = dutyFor(this.#duties, go);
    if (button) return this.#follow(button);
    one(this.#duties, "[data-duties-notice]").replaceChildren(notice(words));
    focusOn(this.#duties, go);
  }

  /** Without another wish, the pane shows the form that the open document is. */
  async #turnToDocument() {
    const own = inAddress() ? null : await ofDocument(this.#host);
    if (own) history.replaceState(null, "", `/pane${query({ form: own.form, campaign: own.campaign, organization: own.organization, person: own.person })}`);
  }

  /** @param {import("./ribbon.js").Act} act to the form that is open, or was until Word loaded the pane anew */
  async #act(act) {
    const last = openedLast();
    if (!inAddress() && last) history.replaceState(null, "", `/pane${last}`);
    await this.show();
    if (this.#open instanceof Editor) return this.#open.start(act);
    one(this.#duties, "[data-duties-notice]").replaceChildren(notice(t("Chưa mở biểu mẫu nào. Hãy chọn việc bên dưới.")));
  }

  async #goBack() {
    if (this.#open?.unsaved && await ask(UNSAVED) !== "leave") return;
    history.pushState(null, "", "/pane");
    const shown = this.show();
    // At once: who goes on to the search must not be called back when the list comes.
    one(this.#duties, "h1").focus();
    await shown;
  }

  /** @param {Wanted} wanted */
  async #load(wanted) {
    const waiting = copyOf(this.#form.parentElement ?? document, "[data-waiting-template]");
    this.#form.replaceChildren(waiting);
    const place = one(waiting, "[data-waiting-place]");
    const path = wanted.form === "defaults" ? "/pane/defaults" : `/pane/forms/${encodeURIComponent(wanted.form)}`;
    await load(place, path + targetQuery(wanted), () => this.#work(place), wanted.form === "defaults" ? undefined : keptFragment);
    remember(location.search);
  }

  /** @param {HTMLElement} place where the form or sheet has come to */
  #work(place) {
    this.#form.replaceChildren(...place.childNodes);
    const sheet = this.#form.querySelector("[data-unit-defaults]");
    this.#open = sheet instanceof HTMLElement ? new UnitDefaults(sheet) : new Editor(one(this.#form, "[data-editor]"), this.#host);
    one(this.#form, "[data-editor-title]").focus();
    scrollTo(0, 0);
  }
}

/** @type {import("../lib/question.js").Question} */
const UNSAVED = {
  title: t("Chưa lưu thông tin chung"),
  words: [t("Những chỗ vừa sửa chưa được lưu.")],
  answers: [{ value: "", label: t("Ở lại"), look: "primary" }, { value: "leave", label: t("Bỏ những chỗ vừa sửa") }],
};

/** @param {import("../office/host.js").Host} port @returns {Promise<Wanted | null>} what the open document says it is; null for a foreign one */
async function ofDocument(port) {
  const xml = await port.part();
  return xml ? (await import("./document/own-part.js")).stampOf(xml) : null;
}

/** @param {string} words */
function notice(words) {
  const box = Object.assign(document.createElement("p"), { className: "notice", textContent: words });
  box.dataset.tone = "info";
  return box;
}

/** @returns {Wanted | null} */
function inAddress() {
  const given = new URLSearchParams(location.search);
  const [form, campaign, organization] = ["form", "campaign", "organization"].map((name) => given.get(name));
  return form && campaign && organization ? { form, campaign, organization, person: given.get("person") } : null;
}

/** @param {HTMLElement} root */
async function greet(root) {
  const { isFirstRun, showFirstRun } = await import("./first-run.js");
  if (isFirstRun()) await showFirstRun(root);
}

await reported(async () => {
  if (await turnToLanguage()) return;
  const port = await host();
  const [root, go] = [one(document, "[data-pane]"), asked()];
  const network = new Network(root);
  if (port.name === "word" && go === "" && !inAddress()) await greet(root);
  if (isDue()) await renew();
  // A session that is over can't be renewed without a network; who had it goes on with what is on this machine, and nothing is sent.
  if (!session() && !(owner() && !(await reachable()))) return signIn({ ended: true });
  addEventListener("new-release", (event) => turnTo(/** @type {CustomEvent<{ release: string }>} */ (event).detail.release));
  await new Pane(root, port).start(go);
  keepSending();
  if (!RELEASE) return;
  await calm();
  if (!(await (await import("./offline/readying.js")).registerWorker())) network.noWorker();
});

/**
 * A new release has come: what is being opened is opened with its modules; a form somebody types in stays. Once, should two releases answer in turns.
 * @param {string} release
 */
function turnTo(release) {
  if (document.querySelector("[data-editor]") || guarded(() => sessionStorage.getItem("release")) === release) return;
  if (guarded(() => sessionStorage.setItem("release", release) ?? true) !== true) return;
  location.reload();
}
