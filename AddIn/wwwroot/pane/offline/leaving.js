// @ts-check
import { ask } from "../../lib/question.js";
import { owner } from "../../lib/session.js";
import { t } from "../../lib/text.js";
import { pendingOf } from "../filing/pending.js";

/** Asks before somebody signs out whose filings still wait. @returns {Promise<boolean>} true when they may go */
export async function mayLeave() {
  const waiting = (await pendingOf(owner())).filter(({ refused }) => !refused);
  if (waiting.length === 0) return true;
  const answer = await ask({
    title: t("Còn {0} hồ sơ chờ gửi", waiting.length),
    words: [...waiting.map(({ title }) => title), t("Đăng xuất thì hồ sơ vẫn ở máy này nhưng chưa gửi. Chỉ khi bạn đăng nhập lại trên máy này, hồ sơ mới được gửi tiếp.")],
    answers: [{ value: "", label: t("Ở lại"), look: "primary" }, { value: "leave", label: t("Đăng xuất") }],
  });
  return answer === "leave";
}
