// @ts-check
import { api, query } from "../../lib/api.js";
import { one } from "../../lib/dom.js";
import { Problem } from "../../lib/problems.js";
import { ask } from "../../lib/question.js";
import { reported } from "../../lib/report.js";
import { t } from "../../lib/text.js";
import { clock } from "../../lib/words.js";
import { comparison } from "../drafts/comparison.js";
import { attachDates, wrongDays } from "../fields/dates.js";
import { Notices } from "../notices.js";
import { collect, fill, pathOf } from "../fields/values.js";

/** What the documents of a unit have in common, kept by its clerk. */
export class UnitDefaults {
  /** @type {HTMLElement} */ #root;
  /** @type {HTMLElement} */ #form;
  /** @type {Notices} */ #notices;
  #saved = "";
  #stop = new AbortController();

  /** @param {HTMLElement} root the fragment's data-unit-defaults */
  constructor(root) {
    this.#root = root;
    this.#form = one(root, "[data-fields]");
    this.#notices = new Notices(root);
    this.#saved = JSON.stringify(collect(this.#form));
    attachDates(this.#form);
    this.#form.addEventListener("input", () => this.#tell());
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    one(root, "[data-save]").addEventListener("click", () => reported(() => this.#save()));
    addEventListener("beforeunload", (event) => { if (this.unsaved) event.preventDefault(); }, { signal: this.#stop.signal });
  }

  /** @returns {boolean} true while something was typed and not saved */
  get unsaved() {
    return JSON.stringify(collect(this.#form)) !== this.#saved;
  }

  close() {
    this.#stop.abort();
  }

  #tell() {
    one(this.#root, "[data-unsaved]").textContent = this.unsaved ? t("Có chỗ chưa lưu.") : "";
  }

  async #save() {
    this.#notices.clearBar();
    const wrong = wrongDays(this.#form, pathOf)[0];
    if (wrong) return this.#notices.inBar(wrong.message, "warning");
    const { campaign, organization, version } = this.#root.dataset;
    const fields = collect(this.#form);
    try {
      const path = `/api/defaults${query({ campaign, organization })}`;
      const kept = await (await api(path, { method: "PUT", json: { fields }, headers: { "if-match": `"${version}"` } })).json();
      this.#has(kept.version, fields);
      this.#notices.inBar(t("Đã lưu lúc {0}. Biểu mẫu mở từ bây giờ được điền theo.", clock(new Date())), "success");
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 412) throw error;
      await this.#choose(error.current);
    }
  }

  /** @param {{ version: number, fields: import("../../lib/rules.js").Fields }} theirs what somebody else has saved meanwhile */
  async #choose(theirs) {
    const answer = await ask({
      title: t("Người khác vừa lưu thông tin chung"),
      words: [t("Bản đó khác bản đang mở ở những chỗ sau.")],
      more: comparison(this.#form, theirs.fields, collect(this.#form)),
      answers: [{ value: "theirs", label: t("Dùng bản kia"), look: "primary" }, { value: "mine", label: t("Lưu bản đang mở") }, { value: "", label: t("Để sau"), look: "subtle" }],
    });
    if (answer === "") return this.#notices.inBar(t("Chưa lưu: người khác đã lưu bản khác."), "warning");
    this.#root.dataset.version = String(theirs.version);
    if (answer === "mine") return this.#save();
    fill(this.#form, theirs.fields);
    this.#has(theirs.version, collect(this.#form));
    this.#notices.inBar(t("Đã dùng bản kia."), "info");
  }

  /** @param {number} version @param {import("../../lib/rules.js").Fields} fields what is kept now */
  #has(version, fields) {
    this.#root.dataset.version = String(version);
    this.#saved = JSON.stringify(fields);
    this.#tell();
  }
}
