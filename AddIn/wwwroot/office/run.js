// @ts-check
import { Problem } from "../lib/problems.js";
import { t } from "../lib/text.js";

/**
 * One run of Word. What Word refuses is a problem in words, with the code `office`.
 * @template T
 * @param {(context: Word.RequestContext) => Promise<T>} batch
 * @returns {Promise<T>}
 */
export async function run(batch) {
  try {
    return await Word.run(batch);
  } catch (error) {
    if (!(error instanceof OfficeExtension.Error)) throw error;
    throw new Problem("office", t("Word không thực hiện được việc này."), t("Văn bản có thể đang bị khóa hoặc chỉ được đọc. Nếu còn lỗi, gửi dòng này cho người quản trị hệ thống: {0}", `${error.code}, ${error.message}`));
  }
}

/** @param {string} version @param {string} [set] */
export const supports = (version, set = "WordApi") => Office.context.requirements.isSetSupported(set, version);
