// @ts-check
// Word without Nested App Authentication: Office opens a dialog on a page of ours, which signs in by redirect and tells the pane the token. DialogApi 1.1.
import { Problem } from "../lib/problems.js";
import { t } from "../lib/text.js";
import { way as standard } from "./standard.js";

const CLOSED = 12006;

/** @returns {Promise<import("./msal.js").Way>} */
export async function way() {
  const app = await standard({ wholePage: false });
  return {
    // Where pane and dialog share a store the account is known here too; elsewhere the hint may do.
    silent: app.silent,
    interactive: ask,
    returned: async () => null,
    leave: app.leave,
  };
}

/** @param {{ another: boolean }} how @returns {Promise<import("./msal.js").Grant>} */
async function ask({ another }) {
  // The address carries a number of this call, never a token; only an answer with it is one to this call.
  const call = crypto.randomUUID();
  const dialog = await open(`${location.origin}/signin/dialog?call=${call}${another ? "&another=1" : ""}`);
  return new Promise((resolve, reject) => {
    dialog.addEventHandler(Office.EventType.DialogMessageReceived, (arg) => {
      const answer = "message" in arg ? answerTo(call, arg) : null;
      if (!answer) return;
      dialog.close();
      if (answer.grant) resolve(answer.grant);
      else reject(failed(answer.error));
    });
    dialog.addEventHandler(Office.EventType.DialogEventReceived, (arg) => {
      if ("error" in arg) reject(failed(arg.error === CLOSED ? "" : String(arg.error)));
    });
  });
}

/** @param {string} address @returns {Promise<Office.Dialog>} */
function open(address) {
  return new Promise((resolve, reject) => {
    Office.context.ui.displayDialogAsync(address, { height: 70, width: 40 }, (opened) => {
      if (opened.status === Office.AsyncResultStatus.Succeeded) resolve(opened.value);
      else reject(failed(`${opened.error.code} ${opened.error.message}`));
    });
  });
}

/**
 * Who sends is told only where DialogOrigin 1.1 is; the dialog itself speaks to our origin alone.
 * @param {string} call
 * @param {{ message: string, origin: string | undefined }} arg
 * @returns {{ call: string, grant?: import("./msal.js").Grant, error?: string } | null}
 */
function answerTo(call, { message, origin }) {
  if (origin !== undefined && origin !== location.origin) return null;
  try {
    const answer = JSON.parse(message);
    return answer?.call === call ? answer : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** @param {string | undefined} cause */
const failed = (cause) => new Problem("signin", t("Đăng nhập chưa xong."), cause ? t("Hãy thử lại; nếu còn lỗi, gửi dòng này cho người quản trị hệ thống: {0}", cause) : t("Cửa sổ đăng nhập đã đóng. Hãy thử lại."));
