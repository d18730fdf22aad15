// @ts-check
import { build } from "../../lib/build.js";
import { t } from "../../lib/text.js";
import { tell } from "../findings/sentence.js";

/** @typedef {import("./offers.js").Offer} Offer */

const WORDS = { high: t("chắc chắn"), medium: t("khá chắc, nên xem lại"), low: t("chưa chắc, cần xem kỹ"), missing: t("chưa chắc, cần xem kỹ") };
const TONES = { high: "success", medium: "info", low: "warning", missing: "warning" };

/**
 * What was read beside what the form says, each with a box to take it.
 * @param {Offer[]} offers
 * @param {import("./salvage.js").Salvaged} found
 * @param {string[]} warnings about the document as a whole
 * @returns {{ body: HTMLElement, chosen: () => Offer[], onCount: (told: (count: number) => void) => void }}
 */
export function viewOf(offers, found, warnings) {
  const boxes = offers.map((offer) => build("input", { type: "checkbox", checked: offer.ticked, "data-offer": offer.tag }));
  const list = build("ul", { class: "plain-list offers" }, ...offers.map((offer, index) => lineOf(offer, boxes[index])));
  const chosen = () => offers.filter((_, index) => boxes[index].checked);
  const body = build("div", { class: "sheet-body" },
    ...warnings.map((words) => build("p", { class: "notice", "data-tone": "warning" }, words)),
    ...found.findings.map((finding) => {
      const line = build("p", { class: "notice", "data-tone": "info" });
      tell(line, finding);
      return line;
    }),
    offers.length ? list : build("p", { class: "empty" }, t("Bản cũ không có gì khác với biểu mẫu đang mở.")),
    ...leftoversOf(found));
  return {
    body,
    chosen,
    onCount(told) {
      list.addEventListener("change", () => told(chosen().length));
      told(chosen().length);
    },
  };
}

/** @param {Offer} offer @param {HTMLInputElement} box */
function lineOf({ label, now, read, sure, findings }, box) {
  const said = read.map(({ label: column, text }) => build("p", {}, ...(column ? [build("span", { class: "hint" }, `${column}: `)] : []), text));
  return build("li", { class: "offer" },
    build("label", { class: "check" }, box, build("strong", { lang: "vi" }, label), build("span", { class: "sureness", "data-tone": TONES[sure.level] }, WORDS[sure.level])),
    build("div", { class: "offer-sides" },
      build("div", {}, build("p", { class: "hint" }, t("Đọc được")), build("div", { class: "long", lang: "vi" }, ...said)),
      build("div", {}, build("p", { class: "hint" }, t("Đang có")), build("div", { class: "long", lang: "vi" }, now || "—"))),
    ...(sure.level !== "high" && sure.reason ? [build("p", { class: "hint", lang: "vi" }, sure.reason)] : []),
    ...findings.map((finding) => {
      const line = build("p", { class: "warning-line" });
      tell(line, finding);
      return line;
    }));
}

/** @param {import("./salvage.js").Salvaged} found */
function leftoversOf({ leftovers }) {
  if (leftovers.length === 0) return [];
  return [build("details", { class: "leftovers", "data-leftovers": true },
    build("summary", {}, t("{0} đoạn chữ của bản cũ chưa dùng đến", leftovers.length)),
    build("ul", { lang: "vi" }, ...leftovers.map(({ text, place }) => build("li", {}, text, build("span", { class: "hint" }, ` (${place})`)))))];
}
