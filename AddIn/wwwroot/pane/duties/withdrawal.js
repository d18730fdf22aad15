// @ts-check
import { api } from "../../lib/api.js";
import { announce, one } from "../../lib/dom.js";
import { apology } from "../../lib/fragments.js";
import { Problem } from "../../lib/problems.js";
import { ask } from "../../lib/question.js";
import { reported } from "../../lib/report.js";
import { t } from "../../lib/text.js";

/**
 * Lets documents be taken back before review, after a question.
 * @param {HTMLElement} view the duties view
 * @param {() => Promise<unknown>} changed called after each change, or when somebody else changed something
 */
export function attachWithdrawal(view, changed) {
  view.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("[data-withdraw]");
    if (button instanceof HTMLElement) void reported(() => withdraw(view, button, changed));
  });
}

/** @param {HTMLElement} view @param {HTMLElement} button @param {() => Promise<unknown>} changed */
async function withdraw(view, { dataset: { submission, version, revision } }, changed) {
  const before = Number(revision) > 1 ? t("Bản nộp trước đó, nếu có, sẽ có hiệu lực trở lại.") : t("Hồ sơ không còn được tính là đã nộp.");
  const answer = await ask({
    title: t("Rút hồ sơ này?"),
    words: [before, t("Nội dung vẫn có thể lập và nộp lại.")],
    answers: [{ value: "", label: t("Giữ lại") }, { value: "withdraw", label: t("Rút hồ sơ"), look: "danger" }],
  });
  if (answer !== "withdraw") return;
  const notice = one(view, "[data-duties-notice]");
  try {
    await api(`/api/submissions/${submission}`, { method: "DELETE", headers: { "if-match": `"${version}"` } });
    notice.replaceChildren(Object.assign(document.createElement("p"), { className: "notice", textContent: t("Đã rút hồ sơ.") }));
    announce(t("Đã rút hồ sơ."));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    notice.replaceChildren(apology(error.status === 412 ? CHANGED : error));
  }
  one(view, "h1").focus();
  await changed();
}

const CHANGED = new Problem("412", t("Chưa rút được."), t("Hồ sơ vừa thay đổi, có thể đã được xem xét. Dưới đây là tình trạng mới nhất."));
