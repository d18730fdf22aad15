// @ts-check
import { query } from "../lib/api.js";
import { copyOf, one } from "../lib/dom.js";
import { load } from "../lib/fragments.js";
import { ask } from "../lib/question.js";
import { reported } from "../lib/report.js";
import { session, signIn } from "../lib/session.js";
import { t } from "../lib/text.js";
import { host } from "../office/host.js";
import { turnToLanguage } from "../office/language.js";
import { attachClerk, keepTools, listPeople } from "./duties/clerk.js";
import { Editor } from "./editor.js";
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
  }

  /** Shows what the page's address asks for; without any, the form that the open document is. */
  async begin() {
    const own = inAddress() ? null : await ofDocument(this.#host);
    if (own) history.replaceState(null, "", `/pane${query({ form: own.form, campaign: own.campaign, organization: own.organization, person: own.person })}`);
    await this.show();
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
    });
  }

  /** @param {HTMLElement} button */
  async #follow({ dataset: { openForm = "defaults", campaign, organization, person } }) {
    history.pushState(null, "", `/pane${query({ form: openForm, campaign, organization, person })}`);
    one(this.#duties, "[data-duties-notice]").replaceChildren();
    await this.show();
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
    await load(place, path + targetQuery(wanted), () => this.#work(place));
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

/** @returns {Wanted | null} */
function inAddress() {
  const given = new URLSearchParams(location.search);
  const [form, campaign, organization] = ["form", "campaign", "organization"].map((name) => given.get(name));
  return form && campaign && organization ? { form, campaign, organization, person: given.get("person") } : null;
}

await reported(async () => {
  if (await turnToLanguage()) return;
  const port = await host();
  if (!session()) return signIn({ ended: true });
  await new Pane(one(document, "[data-pane]"), port).begin();
});
