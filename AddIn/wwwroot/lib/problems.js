// @ts-check
import { t } from "./text.js";

/**
 * @typedef {object} Finding
 * @property {string} rule
 * @property {"error" | "warning"} severity
 * @property {string} path
 * @property {string} clause
 * @property {string} message
 * @property {boolean} [ours] true when the page itself found it, in the language of the page
 */

/** What went wrong, in words for the user. The one shape of every expected failure in the pages. */
export class Problem extends Error {
  /**
   * @param {string} code the service's code (`409.1`), or `network`, `office`, `file`
   * @param {string} title
   * @param {string} detail
   * @param {Finding[]} findings
   * @param {any} current the present state, where the service tells it (412)
   * @param {boolean} told true when the words are the service's, which speaks Vietnamese
   */
  constructor(code, title, detail = "", findings = [], current = null, told = false) {
    super(detail ? `${title} ${detail}` : title);
    this.name = "Problem";
    this.code = code;
    this.title = title;
    this.detail = detail;
    this.findings = findings;
    this.current = current;
    this.told = told;
  }

  /** @returns {number} the HTTP status; 0 when the service did not answer */
  get status() {
    return Number.parseInt(this.code, 10) || 0;
  }

  /** @returns {boolean} true when the same request may well succeed later */
  get transient() {
    return this.code === "network" || [408, 429, 500, 502, 503, 504].includes(this.status);
  }
}

/** @type {Map<number, [title: string, detail: string]>} */
const WORDS = new Map([
  [400, [t("Hệ thống không hiểu yêu cầu này."), t("Hãy tải lại trang rồi thử lại.")]],
  [401, [t("Phiên làm việc đã hết."), t("Hãy đăng nhập lại; những gì đã gõ vẫn được giữ trên máy này.")]],
  [403, [t("Bạn không có quyền làm việc này."), t("Nếu cần, hãy hỏi người quản trị hệ thống.")]],
  [404, [t("Không tìm thấy."), t("Có thể nội dung đã được chuyển đi, hoặc bạn không được xem.")]],
  [409, [t("Việc này không thực hiện được vào lúc này."), t("Hãy tải lại để xem tình trạng mới nhất.")]],
  [412, [t("Hồ sơ vừa có người khác thay đổi."), t("Đã tải lại bản mới nhất; hãy xem rồi làm lại nếu vẫn cần.")]],
  [413, [t("Tệp quá lớn."), t("Mỗi văn bản không quá 20 MB.")]],
  [415, [t("Tệp không phải là văn bản Word (.docx)."), t("Hãy lưu thành .docx, không có mật khẩu và không có macro.")]],
  [422, [t("Văn bản chưa nộp được."), ""]],
  [428, [t("Trang này đã cũ."), t("Hãy tải lại trang rồi thử lại.")]],
  [429, [t("Hệ thống đang bận."), t("Hãy chờ ít phút rồi gửi lại.")]],
  [500, [t("Hệ thống gặp lỗi."), t("Dữ liệu của bạn vẫn được giữ trên máy này. Hãy thử lại sau ít phút.")]],
  [503, [t("Hệ thống đang bận."), t("Hãy chờ ít phút rồi gửi lại.")]],
]);

/** No answer came at all: the network or the service is away. */
export const networkProblem = () =>
  new Problem("network", t("Không kết nối được với hệ thống."), t("Hãy kiểm tra mạng rồi gửi lại; những gì đã gõ vẫn được giữ trên máy này."));

/**
 * The problem a response tells of; our own words where the service gives none.
 * @param {Response} response one that is not ok
 * @returns {Promise<Problem>}
 */
export async function problemOf(response) {
  const [title, detail] = WORDS.get(response.status) ?? WORDS.get(response.status >= 500 ? 500 : 400) ?? ["", ""];
  const told = await bodyOf(response);
  return new Problem(told.code ?? String(response.status), told.title ?? title, told.detail ?? detail, told.findings ?? [], told.current ?? null, told.title !== undefined);
}

/**
 * @param {Response} response
 * @returns {Promise<{ code?: string, title?: string, detail?: string, findings?: Finding[], current?: any }>}
 */
async function bodyOf(response) {
  if (!response.headers.get("content-type")?.includes("problem+json")) return {};
  try {
    const body = await response.json();
    // A title without a code is the framework's own English one.
    return typeof body.code === "string" ? body : {};
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return {};
    throw error;
  }
}
