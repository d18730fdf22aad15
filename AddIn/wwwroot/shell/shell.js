// @ts-check
import { api } from "../lib/api.js";
import { one } from "../lib/dom.js";
import { fileNameOf } from "../lib/download.js";
import { Problem } from "../lib/problems.js";
import { report, reportAll, reported } from "../lib/report.js";
import { end, onSessionChange, openedFor, renewable, session, somebodyElse } from "../lib/session.js";
import { forgetPersonal } from "../lib/storage.js";
import { t } from "../lib/text.js";
import { host } from "../office/host.js";
import { chooseLanguage } from "../office/language.js";

reportAll();
void reported(greet);
onSessionChange(tellOfSomebodyElse);

document.addEventListener("click", (event) => {
  const target = /** @type {Element} */ (event.target);
  if (target.closest("[data-sign-out]")) void reported(signOut);
  const chosen = /** @type {HTMLElement | null} */ (target.closest("a[data-language]"))?.dataset.language;
  if (chosen) chooseLanguage(chosen);
  const link = target.closest("a[data-download]");
  if (link instanceof HTMLAnchorElement && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    void reported(() => download(link));
  }
});

// Where the page itself does not know the person (Word sends no cookie), the session does.
async function greet() {
  document.documentElement.dataset.host = (await host()).name;
  const who = one(document, "[data-who]");
  const known = session();
  if (!known || !who.hidden || document.body.dataset.page !== "pane") return;
  one(who, "[data-who-name]").textContent = known.fullName;
  who.hidden = false;
}

// One machine, two windows: whoever signs in last is whom the service hears.
function tellOfSomebodyElse() {
  const other = somebodyElse();
  if (!other || document.body.dataset.page === "") return;
  report(new Problem("person", t("{0} vừa đăng nhập ở cửa sổ khác.", other.fullName), t("Trang này đang mở cho {0}. Hãy tải lại trang để làm việc với tên {1}.", openedFor(), other.fullName)));
}

async function signOut() {
  if (document.body.dataset.page === "pane" && !(await import("../pane/offline/leaving.js").then(({ mayLeave }) => mayLeave()))) return;
  const entra = renewable() !== null;
  try {
    await api("/api/session", { method: "DELETE" });
  } finally {
    end();
    await forgetPersonal();
    if (entra) await (await import("../signin/entra.js")).leave();
    else location.assign("/");
  }
}

/** @param {HTMLAnchorElement} link */
async function download(link) {
  link.ariaBusy = "true";
  try {
    const response = await api(link.href);
    const bytes = new Uint8Array(await response.arrayBuffer());
    await (await host()).open({ bytes, name: fileNameOf(response) });
  } finally {
    link.ariaBusy = null;
  }
}
