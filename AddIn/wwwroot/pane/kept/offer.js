// @ts-check
import { button } from "../../lib/build.js";
import { announce, maybe, one } from "../../lib/dom.js";
import { t } from "../../lib/text.js";
import { moment } from "../../lib/words.js";

/** @typedef {import("./store.js").Kept} Kept */

/** What was kept, by what was about to be done. @type {Record<import("./store.js").Deed, string>} */
const WORDS = {
  layout: t("Đã giữ văn bản trước khi sửa thể thức, lúc {0}."),
  insert: t("Đã giữ văn bản trước khi chèn biểu mẫu, lúc {0}."),
  replace: t("Đã giữ văn bản trước khi thay bằng bản mới, lúc {0}."),
  undo: t("Đã giữ văn bản trước khi hoàn tác, lúc {0}."),
};

/**
 * @param {HTMLElement} root the editor
 * @param {Kept | null} kept
 * @param {(kept: Kept) => unknown} undo
 */
export function showOffer(root, kept, undo) {
  const place = one(root, "[data-kept]");
  place.hidden = !kept;
  if (!kept) return place.replaceChildren();
  const take = button(kept.what === "undo" ? t("Lấy lại") : t("Hoàn tác"), () => undo(kept), "subtle");
  take.dataset.keptUndo = "";
  const fleeting = kept.fleeting ? ` ${t("Trình duyệt này chỉ giữ đến khi đóng trang.")}` : "";
  place.replaceChildren(WORDS[kept.what].replace("{0}", moment(new Date(kept.at))) + fleeting, " ", take);
}

/** @param {HTMLElement} root @param {import("../../office/host.js").Insertion} came */
export function tellUndone(root, came) {
  const words = came === "inserted" || came === "written" ? t("Đã đưa văn bản trước đó trở lại.") : came === "opened" ? t("Đã mở văn bản trước đó trong cửa sổ Word khác.") : t("Đã tải văn bản trước đó về máy.");
  announce(words);
  maybe(root, "[data-kept-undo]")?.focus();
}
