// @ts-check
// What waits on this machine to be sent, told where the person looks for it: at its duty, or above the list when it is nobody's card.
import { all, announce, one } from "../../lib/dom.js";
import { reported } from "../../lib/report.js";
import { owner } from "../../lib/session.js";
import { t } from "../../lib/text.js";
import { localNumber, moment, receiptNumber } from "../../lib/words.js";
import { pendingOf } from "../filing/pending.js";
import { takeBack } from "../filing/queue.js";

/** @typedef {import("../filing/pending.js").Pending} Pending */

/** @param {HTMLElement} view the duties view */
export async function markWaiting(view) {
  const waiting = await pendingOf(owner());
  for (const mark of all(view, "[data-waiting-filing]")) mark.remove();
  for (const one of waiting) placeOf(view, one.target).append(said(one));
}

/** @param {HTMLElement} view @param {Pending} waiting @param {import("../document/documents.js").Filing} receipt */
export function tellReceived(view, { title }, receipt) {
  const words = t("Đã gửi hồ sơ đang chờ: {0}. Số biên nhận {1}.", title, receiptNumber(receipt.id));
  const box = Object.assign(document.createElement("p"), { className: "notice", textContent: words });
  box.dataset.tone = "success";
  one(view, "[data-waiting-list]").append(box);
  announce(words);
}

/** @param {HTMLElement} view @param {import("../target.js").Target} target @returns {HTMLElement} */
function placeOf(view, { form, campaign, organization, person }) {
  const opens = all(view, "[data-open-form]").find(({ dataset }) =>
    dataset.openForm === form && dataset.campaign === campaign && dataset.organization === organization && (dataset.person ?? "") === (person ?? ""));
  return /** @type {HTMLElement | null} */ (opens?.closest("article")) ?? one(view, "[data-waiting-list]");
}

/** @param {Pending} waiting */
function said(waiting) {
  const { key, at, title, refused } = waiting;
  const box = Object.assign(document.createElement("div"), { className: "notice" });
  box.dataset.tone = refused ? "danger" : "warning";
  box.dataset.waitingFiling = key;
  const name = Object.assign(document.createElement("strong"), { textContent: refused ? t("Chưa nộp được") : t("Đang chờ gửi") });
  const words = document.createElement("p");
  words.append(name, ` · ${title}. ${t("Bấm «Nộp» lúc {0}, số phiếu chờ {1}.", moment(new Date(at)), localNumber(key))} `);
  if (refused) words.append(Object.assign(document.createElement("span"), { lang: refused.told ? "vi" : "", textContent: `${refused.title} ${refused.detail}` }));
  else words.append(t("Có mạng thì tự gửi."));
  const button = Object.assign(document.createElement("button"), { type: "button", className: "button subtle", textContent: t("Thôi không nộp nữa") });
  button.addEventListener("click", () => reported(() => takeBack(waiting)));
  box.append(words, button);
  return box;
}
