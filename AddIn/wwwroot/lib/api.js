// @ts-check
import { networkProblem, Problem, problemOf } from "./problems.js";
import { isDue, openedFor, renew, renewable, session, signIn, somebodyElse } from "./session.js";
import { language, t } from "./text.js";

export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * @typedef {object} Call
 * @property {"GET" | "POST" | "PUT" | "DELETE"} [method]
 * @property {unknown} [json] sent as JSON
 * @property {Uint8Array} [docx] sent as a Word document
 * @property {Record<string, string>} [headers]
 * @property {boolean} [quiet] true for work nobody started: an ended session is told by the problem alone
 * @property {boolean} [keepalive] true to finish even when the page goes away
 * @property {number} [patience] milliseconds after which no answer is taken for no network; for ever when not given
 */

/**
 * Calls the service as the person who is signed in. An ended session leads to the sign-in page.
 * @param {string} path with its query
 * @param {Call} [call]
 * @returns {Promise<Response>} an answer that is ok
 * @throws {import("./problems.js").Problem}
 */
export async function api(path, { method = "GET", json, docx, headers = {}, quiet = false, keepalive = false, patience } = {}) {
  const other = somebodyElse();
  if (other) throw new Problem("person", t("Người khác vừa đăng nhập: {0}.", other.fullName), t("Trang này đang mở cho {0} nên không làm tiếp được. Hãy tải lại trang, hoặc đăng nhập lại là {0}.", openedFor()));
  // What must leave with the page cannot wait for a new token.
  const leaving = keepalive && document.visibilityState === "hidden";
  if (!leaving && isDue()) await renew();
  const type = docx ? DOCX : json === undefined ? null : "application/json";
  const make = (token = session()?.accessToken) => new Request(path, {
    method,
    keepalive,
    signal: patience ? AbortSignal.timeout(patience) : null,
    headers: { "x-language": language(), ...headers, ...(token && { authorization: `Bearer ${token}` }), ...(type && { "content-type": type }) },
    body: docx ? new Blob([/** @type {BlobPart} */ (docx)]) : json === undefined ? null : JSON.stringify(json),
  });
  let response = await send(make());
  if (response.status === 401 && !leaving && renewable() && await renew({ refused: true })) response = await send(make());
  if (response.ok) return response;
  if (response.status === 401 && !quiet) signIn({ ended: true });
  throw await problemOf(response);
}

/**
 * A query string of what is given; absent and empty parts are left out.
 * @param {Record<string, string | null | undefined>} parts
 * @returns {string} with its question mark, or ""
 */
export function query(parts) {
  const given = Object.entries(parts).filter(([, value]) => value);
  const text = new URLSearchParams(/** @type {[string, string][]} */ (given)).toString();
  return text && `?${text}`;
}

/** @param {Request} request */
async function send(request) {
  try {
    const response = await fetch(request);
    dispatchEvent(new Event("service-reached"));
    return response;
  } catch (error) {
    if (!(error instanceof TypeError) && !(error instanceof DOMException && error.name === "TimeoutError")) throw error;
    dispatchEvent(new Event("service-away"));
    throw networkProblem();
  }
}
