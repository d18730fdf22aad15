// @ts-check
import { announce, copyOf, one } from "../../lib/dom.js";
import { reported } from "../../lib/report.js";
import { t } from "../../lib/text.js";
import { moment, receiptNumber, stateLabel } from "../../lib/words.js";
import { showChanges } from "./changes.js";

/** @typedef {import("../document/documents.js").Filing} Filing */
/** @typedef {{ kind: "first" | "next" | "same", replaced: number, unasked?: boolean }} Outcome what the filing is to its duty, and the revision that stood before it; unasked when it went out by itself: the focus then stays where it is */

const REGISTERS = /** @type {Record<string, string>} */ ({ mau01: "tasks", mau02: "models", mau03: "plans" });

/**
 * Shows what was filed and what that means.
 * @param {HTMLElement} root the editor
 * @param {Filing} filing
 * @param {import("../target.js").Target} target
 * @param {Outcome} outcome
 */
export function showReceipt(root, filing, target, outcome) {
  const card = copyOf(root, "[data-receipt-template]");
  const done = ["submitted", "accepted", "evaluated"].includes(filing.status);
  card.dataset.tone = outcome.kind === "same" ? (done ? "info" : "warning") : done ? "success" : "warning";
  put(card, "title", titleOf(filing, outcome));
  put(card, "number", receiptNumber(filing.id));
  put(card, "time", filing.receivedAt ? moment(new Date(filing.receivedAt)) : t("vừa xong"));
  put(card, "state", stateLabel(filing.status)).dataset.state = filing.status;
  put(card, "revision", String(filing.revision));
  const note = put(card, "note", noteOf(filing, outcome));
  note.hidden = note.textContent === "";
  /** @type {HTMLAnchorElement} */ (one(card, "[data-receipt-document]")).href = `/api/submissions/${filing.id}/document`;
  one(card, "[data-receipt-document]").hidden = filing.status === "parked" || filing.status === "received" || Boolean(filing.hidden);
  /** @type {HTMLAnchorElement} */ (one(card, "[data-receipt-register]")).href = `/registers?register=${REGISTERS[target.form] ?? "plans"}&campaign=${encodeURIComponent(target.campaign)}`;
  const changes = one(card, "[data-receipt-changes]");
  changes.hidden = outcome.kind !== "next";
  changes.addEventListener("click", () => reported(() => showChanges(card, filing.id)));
  one(root, "[data-outcome]").replaceChildren(card);
  if (!outcome.unasked) goTo(card);
  announce(`${one(card, "[data-receipt-title]").textContent}. ${t("Số biên nhận")} ${receiptNumber(filing.id)}.`);
}

/** @param {HTMLElement} card all of it is shown, not just the title above the bar */
function goTo(card) {
  one(card, "[data-receipt-title]").focus();
  card.scrollIntoView({ block: "start" });
}

/** @param {Filing} filing @param {Outcome} outcome */
function titleOf({ status, revision }, { kind }) {
  if (kind === "same") return t("Không có gì thay đổi");
  if (status === "parked") return t("Đã tiếp nhận, chưa lưu được");
  if (status === "received") return t("Đã tiếp nhận");
  return kind === "next" ? t("Đã nộp xong bản số {0}", revision) : t("Đã nộp xong");
}

/** @param {Filing} filing @param {Outcome} outcome */
function noteOf({ status, revision }, { kind, replaced }) {
  const told = [];
  if (kind === "same") {
    told.push(t("Nội dung giống hệt bản số {0} đã nộp, nên hệ thống giữ nguyên bản đó.", revision));
    if (status === "returned") told.push(t("Bản đó đang ở trạng thái «Đã trả lại»: hãy sửa theo ý kiến của người xem xét rồi nộp lại."));
    return told.join(" ");
  }
  if (kind === "next") told.push(replaced > 0 && replaced < revision ? t("Bản này thay cho bản số {0}.", replaced) : t("Đây là bản số {0}.", revision));
  if (status === "parked") told.push(t("Hệ thống đã nhận hồ sơ nhưng chưa đưa được vào nơi lưu trữ chung. Bạn không phải nộp lại; người quản trị hệ thống sẽ xử lý."));
  if (status === "received") told.push(t("Hệ thống đã giữ hồ sơ và sẽ tự lưu tiếp. Bạn có thể đóng trang này."));
  return told.join(" ");
}

/** @param {HTMLElement} card @param {string} name @param {string} words */
function put(card, name, words) {
  const place = one(card, `[data-receipt-${name}]`);
  place.textContent = words;
  return place;
}
