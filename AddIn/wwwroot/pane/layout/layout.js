// @ts-check
import { api } from "../../lib/api.js";
import { build, button } from "../../lib/build.js";
import { clearReport, reported } from "../../lib/report.js";
import { openSheet } from "../../lib/sheet.js";
import { t } from "../../lib/text.js";
import { fixedOf, hasNothing, listOf, manualOf, mendedOf } from "./list.js";

/** @typedef {import("../editor.js").Desk} Desk */
/** @typedef {{ id: string, rule: string, aspect: string, path: string, place: string, found: string, expected: string, source: string, canRepair: boolean, message: string }} Deviation */
/** @typedef {{ deviations: Deviation[], fixedText: { kind: string, path: string, place: string, from: string, to: string, message: string }[] }} Check */
/** @typedef {{ bytes: Uint8Array, name: string }} File the document to look at */

/**
 * Lists where a document has not the official layout, and mends what can be mended. The document as it was stays kept.
 * @param {Desk} desk
 * @param {import("../kept/kept.js").Kept} kept
 * @param {Uint8Array | null} lastRead the file that was read last in a plain browser
 */
export async function openLayout(desk, kept, lastRead) {
  const layout = new Layout(desk, kept);
  if (kept.host.name === "word") await layout.check();
  else layout.choose(lastRead);
}

class Layout {
  /** @type {Desk} */ #desk;
  /** @type {import("../kept/kept.js").Kept} */ #kept;
  #sheet = openSheet("layout");
  /** @type {File | null} what was chosen in a plain browser */ #chosen = null;

  /** @param {Desk} desk @param {import("../kept/kept.js").Kept} kept */
  constructor(desk, kept) {
    [this.#desk, this.#kept] = [desk, kept];
  }

  /** @param {Uint8Array | null} lastRead */
  choose(lastRead) {
    const picker = build("input", { id: "tep-the-thuc", type: "file", "data-layout-file": true, accept: ".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document" });
    picker.addEventListener("change", () => this.#start(async () => {
      const file = picker.files?.[0];
      this.#chosen = file ? { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name } : null;
      if (this.#chosen) await this.check();
    }));
    const last = lastRead ? [build("p", {}, button(t("Tệp vừa đọc"), () => this.#start(async () => {
      this.#chosen = { bytes: lastRead, name: "van-ban.docx" };
      await this.check();
    }), "primary"))] : [];
    this.#sheet.show(t("Sửa thể thức"), [
      build("p", {}, t("Chọn văn bản Word đã lập theo mẫu. Hệ thống chỉ ra chỗ chưa đúng thể thức và sửa giúp; nội dung bạn viết không đổi.")), ...last,
      build("div", { class: "field" }, build("label", { class: "field-label", for: picker.id }, t("Chọn tệp .docx trên máy")), picker),
    ], [button(t("Thôi"), () => this.#sheet.close())]);
  }

  /** Says what is wrong with the document. */
  async check() {
    const file = await this.#file();
    const found = await checked(file.bytes);
    const repairable = found.deviations.filter(({ canRepair }) => canRepair);
    const close = button(t("Đóng"), () => this.#sheet.close(), repairable.length ? "" : "primary");
    if (hasNothing(found)) return this.#sheet.show(t("Văn bản đúng thể thức"), [build("p", { class: "notice", "data-tone": "success" }, t("Không có chỗ nào phải sửa."))], [close]);
    const mend = button(t("Sửa tất cả ({0} chỗ)", repairable.length), () => this.#start(() => this.#mend(mend)), "primary");
    mend.dataset.repair = "";
    this.#sheet.show(t("Thể thức của văn bản"), [...listOf(repairable, this.#goTo()), ...manualOf(found, this.#goTo()), ...fixedOf(found)], [...(repairable.length ? [mend] : []), close]);
  }

  /** @param {HTMLButtonElement} pressed */
  async #mend(pressed) {
    if (pressed.ariaDisabled === "true") return;
    pressed.ariaDisabled = "true";
    try {
      // Somebody may have typed on since the document was looked at.
      const before = await this.#file();
      const wrong = await checked(before.bytes);
      const answer = await api("/api/forms/repair", { method: "POST", docx: before.bytes });
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const left = await checked(bytes);
      const came = await this.#kept.host.replace({ bytes, name: before.name }, "layout", this.#chosen ? before.bytes : undefined);
      if (this.#chosen) this.#chosen = { ...before, bytes };
      this.#tell(mendedOf(wrong, left), left, came);
    } finally {
      pressed.ariaDisabled = null;
    }
  }

  /** @param {Deviation[]} mended @param {Check} left @param {import("../../office/host.js").Insertion} came */
  #tell(mended, left, came) {
    const undo = button(t("Hoàn tác"), () => this.#start(async () => {
      this.#sheet.close();
      await this.#kept.undo();
    }));
    undo.dataset.layoutUndo = "";
    const rest = left.deviations.filter(({ canRepair }) => canRepair);
    this.#sheet.show(t("Đã sửa {0} chỗ", mended.length), [
      build("p", { class: "notice", "data-tone": "success", role: "status" }, DONE[came]),
      ...listOf(mended, null, t("Những chỗ đã sửa")), ...(rest.length ? listOf(rest, this.#goTo(), t("Vẫn chưa sửa được")) : []), ...manualOf(left, this.#goTo()), ...fixedOf(left),
    ], [button(t("Đóng"), () => this.#sheet.close(), "primary"), ...(came === "opened" ? [] : [undo])]);
  }

  /** @returns {Promise<File>} */
  async #file() {
    return this.#chosen ?? { bytes: await this.#kept.host.current() ?? new Uint8Array(), name: "van-ban.docx" };
  }

  /** Leads to a field of the form. */
  #goTo() {
    return (/** @type {string} */ path) => {
      this.#sheet.close();
      this.#desk.goTo(path);
    };
  }

  /** @param {() => Promise<void>} act */
  #start(act) {
    clearReport();
    return reported(act);
  }
}

/** @type {Record<import("../../office/host.js").Insertion, string>} */
const DONE = {
  written: t("Văn bản đang mở đã được sửa. Bản trước khi sửa vẫn được giữ; bấm «Hoàn tác» để lấy lại."),
  inserted: t("Văn bản đang mở đã được sửa. Bản trước khi sửa vẫn được giữ; bấm «Hoàn tác» để lấy lại."),
  opened: t("Văn bản đã sửa được mở trong cửa sổ Word khác; văn bản đang mở ở đây vẫn giữ nguyên."),
  saved: t("Đã tải văn bản đã sửa về máy. Bản trước khi sửa vẫn được giữ; bấm «Hoàn tác» để tải lại."),
};

/** @param {Uint8Array} docx @returns {Promise<Check>} */
const checked = async (docx) => (await api("/api/forms/check", { method: "POST", docx })).json();
