// @ts-check
import { copyOf, one } from "../lib/dom.js";
import { load } from "../lib/fragments.js";
import { reported } from "../lib/report.js";
import { session, signIn } from "../lib/session.js";
import { host } from "../office/host.js";
import { Editor } from "./editor.js";
import { targetQuery } from "./target.js";

/** @typedef {{ form: string, campaign: string, organization: string, person: string | null }} Wanted */

/** The task pane: the person's duties, and the form that one of them opens. */
class Pane {
  /** @type {HTMLElement} */ #duties;
  /** @type {HTMLElement} */ #form;
  /** @type {import("../office/host.js").Host} */ #host;
  /** @type {Editor | null} */ #editor = null;

  /** @param {HTMLElement} root @param {import("../office/host.js").Host} port */
  constructor(root, port) {
    this.#host = port;
    this.#duties = one(root, "[data-duties-view]");
    this.#form = one(root, "[data-editor-view]");
    this.#duties.addEventListener("click", (event) => {
      const button = /** @type {Element} */ (event.target).closest("[data-open-form]");
      if (button instanceof HTMLElement) void reported(() => this.#follow(button));
    });
    this.#form.addEventListener("click", (event) => {
      if (/** @type {Element} */ (event.target).closest("[data-back]")) void reported(() => this.#goBack());
    });
    addEventListener("popstate", () => reported(() => this.show()));
  }

  /** Shows what the page's address asks for. */
  async show() {
    const wanted = inAddress();
    this.#editor?.close();
    this.#editor = null;
    this.#duties.hidden = Boolean(wanted);
    this.#form.hidden = !wanted;
    if (wanted) await this.#open(wanted);
    else await load(one(this.#duties, "[data-duties]"), "/pane/duties");
  }

  /** @param {HTMLElement} button */
  async #follow({ dataset: { openForm, campaign, organization, person } }) {
    const address = new URLSearchParams({ form: openForm ?? "", campaign: campaign ?? "", organization: organization ?? "", ...(person && { person }) });
    history.pushState(null, "", `/pane?${address}`);
    await this.show();
  }

  async #goBack() {
    history.pushState(null, "", "/pane");
    await this.show();
    one(this.#duties, "h1").focus();
  }

  /** @param {Wanted} wanted */
  async #open(wanted) {
    const place = waitingPlace(this.#form);
    await load(place, `/pane/forms/${encodeURIComponent(wanted.form)}${targetQuery(wanted)}`, () => this.#edit(place));
  }

  /** @param {HTMLElement} place where the form has come to */
  #edit(place) {
    this.#form.replaceChildren(...place.childNodes);
    this.#editor = new Editor(one(this.#form, "[data-editor]"), this.#host);
    one(this.#form, "[data-editor-title]").focus();
    scrollTo(0, 0);
  }
}

/** @returns {Wanted | null} */
function inAddress() {
  const given = new URLSearchParams(location.search);
  const [form, campaign, organization] = ["form", "campaign", "organization"].map((name) => given.get(name));
  return form && campaign && organization ? { form, campaign, organization, person: given.get("person") } : null;
}

/** What the view shows until the form has come: a way back, and a place for the form or for why it did not come. @param {HTMLElement} view */
function waitingPlace(view) {
  const waiting = copyOf(view.parentElement ?? view, "[data-waiting-template]");
  view.replaceChildren(waiting);
  return one(waiting, "[data-waiting-place]");
}

await reported(async () => {
  const port = await host();
  if (!session()) return signIn();
  await new Pane(one(document, "[data-pane]"), port).show();
});
