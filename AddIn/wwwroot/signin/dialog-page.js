// @ts-check
// The page of Office's sign-in dialog.
import { one } from "../lib/dom.js";
import { t } from "../lib/text.js";
import { inWord } from "../office/runtime.js";
import { configuration, grantOf, library, settings } from "./msal.js";

const asked = new URLSearchParams(location.search);
const call = asked.get("call") ?? "";
const progress = one(document, "[data-progress]");

try {
  await signIn();
} catch (error) {
  tell({ error: error instanceof Error ? error.message : String(error) });
  progress.textContent = t("Đăng nhập chưa xong. Hãy đóng cửa sổ này rồi thử lại trong Word.");
}

async function signIn() {
  if (!(await inWord())) {
    progress.textContent = t("Trang này chỉ dùng trong cửa sổ đăng nhập của Word.");
    return;
  }
  const [msal, given] = await Promise.all([library(), settings()]);
  const app = await msal.createStandardPublicClientApplication(configuration(given));
  const result = await app.handleRedirectPromise();
  if (!result) {
    await app.acquireTokenRedirect({ scopes: [given.scope], prompt: asked.has("another") ? "select_account" : undefined });
    return;
  }
  app.setActiveAccount(result.account);
  progress.textContent = t("Đã đăng nhập. Cửa sổ này sẽ tự đóng.");
  tell({ grant: grantOf(result) });
}

/** @param {{ grant?: import("./msal.js").Grant, error?: string }} answer */
function tell(answer) {
  const message = JSON.stringify({ call, ...answer });
  // Only a pane of our own origin may hear it. Without DialogOrigin 1.1 Office itself tells no other origin.
  if (Office.context.requirements.isSetSupported("DialogOrigin", "1.1")) Office.context.ui.messageParent(message, { targetOrigin: location.origin });
  else Office.context.ui.messageParent(message);
}
