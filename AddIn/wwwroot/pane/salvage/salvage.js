// @ts-check
import { api } from "../../lib/api.js";
import { build, button } from "../../lib/build.js";
import { announce, one } from "../../lib/dom.js";
import { clearReport, reported } from "../../lib/report.js";
import { openSheet } from "../../lib/sheet.js";
import { t } from "../../lib/text.js";
import { fold } from "../../lib/words.js";
import { collect, controlOf } from "../fields/values.js";
import { offersOf } from "./offers.js";
import { viewOf } from "./view.js";

/** @typedef {import("../editor.js").Desk} Desk */
/** @typedef {import("../../lib/rules.js").Fields} Fields */

/**
 * What the service understood of a document without our controls.
 * @typedef {object} Salvaged
 * @property {string} form
 * @property {boolean} hasControls
 * @property {number | null} year
 * @property {string} organization
 * @property {string} person
 * @property {Fields} fields
 * @property {Record<string, Confidence>} confidence
 * @property {{ text: string, place: string }[]} leftovers
 * @property {import("../../lib/problems.js").Finding[]} findings
 */
/** @typedef {{ level: "high" | "medium" | "low" | "missing", score: number, reason: string, found: string, alternatives: string[] }} Confidence */

/**
 * Takes what an older or hand-typed form says, place by place and as far as somebody says yes. Nothing is stored before.
 * @param {Desk} desk
 * @param {import("../../office/host.js").Host} host
 */
export function openSalvage(desk, host) {
  const sheet = openSheet("salvage");
  const picker = build("input", { id: "ban-cu", type: "file", "data-salvage-file": true, accept: ".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document" });
  const read = (/** @type {() => Promise<Uint8Array | null | undefined>} */ bytesOf) => reported(async () => {
    clearReport();
    const bytes = await bytesOf();
    if (bytes) show(desk, sheet, await salvaged(bytes));
  });
  picker.addEventListener("change", () => read(async () => picker.files?.[0] && new Uint8Array(await picker.files[0].arrayBuffer())));
  const open = host.name === "word" ? [build("p", {}, button(t("Văn bản đang mở trong Word"), () => read(() => host.current()), "primary"))] : [];
  sheet.show(t("Lấy từ bản cũ"), [
    build("p", {}, t("Chọn bản kế hoạch hay biểu đăng ký cũ, kể cả bản tự gõ. Hệ thống đọc rồi hỏi lại từng chỗ; chưa có gì thay đổi cho đến khi bạn bấm «Lấy những chỗ đã chọn».")),
    ...open,
    build("div", { class: "field" }, build("label", { class: "field-label", for: picker.id }, t("Chọn tệp .docx trên máy")), picker),
  ], [button(t("Thôi"), () => sheet.close())]);
}

/** @param {Uint8Array} docx @returns {Promise<Salvaged>} */
const salvaged = async (docx) => (await api("/api/forms/salvage", { method: "POST", docx })).json();

/** @param {Desk} desk @param {import("../../lib/sheet.js").Sheet} sheet @param {Salvaged} found */
function show(desk, sheet, found) {
  if (found.form !== desk.data.form) {
    return sheet.show(t("Văn bản này là biểu mẫu khác"), [build("p", {}, `${t("Văn bản này là biểu mẫu khác với biểu mẫu đang mở.")} ${t("Biểu mẫu vẫn giữ nguyên.")}`)], [button(t("Đóng"), () => sheet.close(), "primary")]);
  }
  const offers = offersOf(desk, found);
  const view = viewOf(offers, found, warningsOf(desk, found));
  const take = button(t("Lấy những chỗ đã chọn"), () => put(desk, sheet, view.chosen(), offers), "primary");
  take.dataset.take = "";
  view.onCount((count) => {
    take.textContent = count ? t("Lấy {0} chỗ đã chọn", count) : t("Lấy những chỗ đã chọn");
    take.ariaDisabled = count ? null : "true";
  });
  sheet.show(t("Đọc được như sau, đúng không?"), [view.body], offers.length ? [take, button(t("Thôi"), () => sheet.close())] : [button(t("Đóng"), () => sheet.close(), "primary")]);
}

/** @param {Desk} desk @param {Salvaged} found */
function warningsOf({ data }, { person, year }) {
  return [
    ...(data.personName && person && fold(person) !== fold(data.personName) ? [t("Văn bản này của {0}, không phải của {1}.", person, data.personName)] : []),
    ...(year && year !== data.year ? [t("Văn bản này của năm {0}; hãy xem lại ngày tháng và những chỗ nhắc đến năm.", year)] : []),
  ];
}

/** @param {Desk} desk @param {import("../../lib/sheet.js").Sheet} sheet @param {import("./offers.js").Offer[]} chosen @param {import("./offers.js").Offer[]} offers */
function put(desk, sheet, chosen, offers) {
  if (chosen.length === 0) return announce(t("Chưa chọn chỗ nào."));
  const { form, notices } = desk;
  const before = collect(form);
  sheet.close();
  const next = chosen.reduce((fields, offer) => offer.take(fields), before);
  const changed = desk.put(next);
  for (const path of changed) mark(controlOf(form, path));
  notices.atTop(t("Đã lấy {0} chỗ từ bản cũ, được đánh dấu bên dưới.", chosen.length), "success", {
    action: {
      label: t("Hoàn tác"),
      act: () => {
        const tags = new Set(offers.map(({ tag }) => tag));
        desk.put({ ...collect(form), ...Object.fromEntries([...tags].map((tag) => [tag, before[tag]])) });
        notices.atTop(t("Đã trở lại nội dung trước khi lấy từ bản cũ."), "info");
        one(desk.root, "[data-salvage]").focus();
      },
    },
  });
  one(desk.root, "[data-read-result] button").focus();
}

/** Where a value comes from stays written beside it. @param {HTMLElement | null} control */
function mark(control) {
  const field = control?.closest("[data-field]");
  if (!field) return;
  field.setAttribute("data-changed", "");
  field.querySelector("[data-source]")?.remove();
  field.querySelector(".field-top")?.append(build("span", { class: "field-source", "data-source": true }, t("lấy từ bản cũ")));
}
