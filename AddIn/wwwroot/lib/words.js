// @ts-check

/** The labels of states, as the service's pages say them. */
const STATES = new Map([
  ["none", "Chưa nộp"],
  ["received", "Đã tiếp nhận"],
  ["submitted", "Đã nộp"],
  ["accepted", "Đã xác nhận"],
  ["returned", "Trả lại"],
  ["evaluated", "Đã đánh giá"],
  ["withdrawn", "Đã rút"],
  ["parked", "Chưa lưu được"],
  ["superseded", "Đã thay thế"],
]);

const MOMENT = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Ho_Chi_Minh", hour12: false, hour: "2-digit", minute: "2-digit", day: "2-digit", month: "numeric", year: "numeric",
});

/** @param {string} code @returns {string} */
export const stateLabel = (code) => STATES.get(code) ?? code;

/**
 * A moment in Vietnam: `08:30 ngày 05/02/2027`.
 * @param {Date} moment
 */
export function moment(moment) {
  const part = Object.fromEntries(MOMENT.formatToParts(moment).map(({ type, value }) => [type, value]));
  const month = Number(part.month) <= 2 ? `0${Number(part.month)}` : String(Number(part.month));
  return `${part.hour}:${part.minute} ngày ${part.day}/${month}/${part.year}`;
}

/**
 * The receipt number («số biên nhận»): the last twelve hexadecimal digits of the id in groups of four.
 * @param {string} id
 */
export function receiptNumber(id) {
  const digits = id.replaceAll("-", "").toUpperCase().slice(-12);
  return [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)].join("-");
}

/**
 * A text without marks and case, for finding: «Hòa», «Hoà» and «hoa» are equal.
 * @param {string} text
 */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{Mn}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D").replace(/\s+/g, " ").toLowerCase().trim();
}
