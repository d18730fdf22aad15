// @ts-check
// The sign-in page with Entra.
import { all, one } from "../lib/dom.js";
import { clearReport, reported } from "../lib/report.js";
import { Problem } from "../lib/problems.js";
import { returnPath, session } from "../lib/session.js";
import { t } from "../lib/text.js";
import { enter, enterSilently } from "./entra.js";

/** The service's code of an account that is nobody in the directory. */
const NOBODY = "403.1";

/** Who was sent back here at once is not sent round again. */
const RETURNED = "hoctap:returned";
const SOON = 15_000;

const root = one(document, "[data-enter-page]");
const progress = one(root, "[data-progress]");

one(root, "[data-ended]").hidden = !new URLSearchParams(location.search).has("ended");
root.addEventListener("click", (event) => {
  const button = /** @type {Element} */ (event.target).closest("[data-enter]");
  if (button instanceof HTMLElement) void attempt(() => enter({ another: button.dataset.enter === "another" }), { words: t("Đang chờ bạn đăng nhập ở cửa sổ vừa mở…"), asked: true });
});
await attempt(enterSilently, { words: t("Đang kiểm tra đăng nhập…"), asked: false });
// The authority's word about signing out says nothing more to anybody.
if (new URLSearchParams(location.search).has("state")) history.replaceState(null, "", "/");

/** @param {() => Promise<string | null>} act @param {{ words: string, asked: boolean }} how `asked` when somebody clicked */
async function attempt(act, { words, asked }) {
  clearReport();
  progress.textContent = words;
  one(root, "[data-refused]").hidden = true;
  await reported(async () => {
    try {
      const name = await act();
      if (name !== null) goOn(name, asked);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== NOBODY) throw error;
      refuse(error);
    } finally {
      progress.textContent = "";
      for (const button of all(root, "[data-enter]")) button.removeAttribute("disabled");
    }
  });
}

/** @param {string} name @param {boolean} asked */
function goOn(name, asked) {
  const path = returnPath(location.href);
  if (path && (!wasJustHere(path) || asked)) {
    location.assign(path);
    return;
  }
  one(root, "[data-way-in]").hidden = true;
  one(root, "[data-ended]").hidden = true;
  const card = one(root, "[data-welcome]");
  one(card, "[data-name]").textContent = name;
  card.hidden = false;
  one(card, "h2").focus();
}

/** @param {Problem} problem whom to ask, in the service's words */
function refuse(problem) {
  one(root, "[data-refused-title]").textContent = problem.title;
  one(root, "[data-refused-words]").textContent = problem.detail;
  one(root, "[data-way-in]").hidden = true;
  one(root, "[data-refused]").hidden = false;
  one(root, "[data-refused-title]").focus();
}

// Where a browser keeps no cookie the page would send people here again and again.
/** @param {string} path */
function wasJustHere(path) {
  const last = JSON.parse(sessionStorage.getItem(RETURNED) ?? "{}");
  sessionStorage.setItem(RETURNED, JSON.stringify({ path, at: Date.now() }));
  return last.path === path && Date.now() - last.at < SOON && session() !== null;
}
