// @ts-check
import { t } from "../../lib/text.js";
import { fold } from "../../lib/words.js";

/** @typedef {import("./documents.js").Reading} Reading */
/** @typedef {import("../target.js").Target & { personName?: string | null, year: number }} Open the form that is open, for whom and for which year */

/**
 * Why a document is not the one of the form that is open, in words; nothing when it is, as far as it says anything.
 * @param {Reading} read
 * @param {Open} open
 * @returns {string | null}
 */
export function whyForeign(read, open) {
  if (read.form !== open.form) return t("Văn bản này là biểu mẫu khác với biểu mẫu đang mở.");
  if (read.campaign && read.campaign !== open.campaign) {
    const year = /\d{4}$/.exec(read.campaign)?.[0];
    return year
      ? t("Văn bản này thuộc đợt năm {0}, còn biểu mẫu đang mở là của năm {1}.", year, open.year)
      : t("Văn bản này thuộc đợt khác, còn biểu mẫu đang mở là của năm {0}.", open.year);
  }
  const name = String(read.fields.fullName ?? "");
  if (open.personName && ((read.person && read.person !== open.person) || (name && fold(name) !== fold(open.personName)))) {
    return name && fold(name) !== fold(open.personName)
      ? t("Văn bản này của {0}, không phải của {1}.", name, open.personName)
      : t("Văn bản này được lập cho người khác, không phải cho {0}.", open.personName);
  }
  if (read.organization && read.organization !== open.organization) return t("Văn bản này của tổ chức khác với tổ chức đang mở.");
  return null;
}
