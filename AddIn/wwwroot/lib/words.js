// @ts-check
import { language, t } from "./text.js";

/** The labels of states, as the service's pages say them. */
const STATES = new Map([
  ["none", t("Chưa nộp")],
  ["received", t("Đã tiếp nhận")],
  ["submitted", t("Đã nộp")],
  ["accepted", t("Đã xác nhận")],
  ["returned", t("Đã trả lại")],
  ["evaluated", t("Đã đánh giá")],
  ["withdrawn", t("Đã rút")],
  ["parked", t("Chưa lưu được")],
  ["superseded", t("Đã thay thế")],
]);

const MOMENT = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Ho_Chi_Minh", hour12: false, hour: "2-digit", minute: "2-digit", day: "2-digit", month: "numeric", year: "numeric",
});

/** @param {string} code @returns {string} */
export const stateLabel = (code) => STATES.get(code) ?? code;

/**
 * A moment in Vietnam: `08:30 ngày 05/02/2027`, in English `05/02/2027 at 08:30`.
 * @param {Date} moment
 */
export function moment(moment) {
  const { day, month, year } = parts(moment);
  const shown = language() === "en" || Number(month) <= 2 ? month.padStart(2, "0") : String(Number(month));
  return t("{0} ngày {1}", clock(moment), `${day}/${shown}/${year}`);
}

/**
 * The time of day in Vietnam: `08:30`.
 * @param {Date} moment
 */
export function clock(moment) {
  const { hour, minute } = parts(moment);
  return `${hour}:${minute}`;
}

/** @param {Date} moment @returns {Record<string, string>} */
const parts = (moment) => Object.fromEntries(MOMENT.formatToParts(moment).map(({ type, value }) => [type, value]));

/**
 * The receipt number («số biên nhận»): the last twelve hexadecimal digits of the id in groups of four.
 * @param {string} id
 */
export function receiptNumber(id) {
  const digits = id.replaceAll("-", "").toUpperCase().slice(-12);
  return [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)].join("-");
}

/**
 * The number of a filing that waits on this machine («số phiếu chờ»): made from its key, and no receipt number.
 * @param {string} key
 */
export const localNumber = (key) => `C-${receiptNumber(key)}`;

/**
 * A text without marks and case, for finding: «Hòa», «Hoà» and «hoa» are equal.
 * @param {string} text
 */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{Mn}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D").replace(/\s+/g, " ").toLowerCase().trim();
}
