// @ts-check
import { api } from "./api.js";
import { focusAgain } from "./focus.js";
import { Problem } from "./problems.js";
import { t } from "./text.js";

/**
 * Puts a fragment of the service into an element.
 * @param {HTMLElement} target
 * @param {string} path
 * @param {() => void} [arrived] called once it is there, be it at the second try
 * @param {(path: string) => Promise<DocumentFragment>} [from] where it comes from
 * @returns {Promise<boolean>} false when it failed; the target then says why and, where that may help, offers to try again
 */
export async function load(target, path, arrived, from = fragment) {
  target.setAttribute("aria-busy", "true");
  try {
    swap(target, await from(path));
    arrived?.();
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    swap(target, apology(error, () => load(target, path, arrived, from)));
    return false;
  } finally {
    target.removeAttribute("aria-busy");
  }
}

/** @param {HTMLElement} target @param {Node} content */
function swap(target, content) {
  const focused = target.contains(document.activeElement) ? document.activeElement : null;
  target.replaceChildren(content);
  focusAgain(focused);
}

/**
 * @param {string} path
 * @returns {Promise<DocumentFragment>}
 * @throws {Problem}
 */
export async function fragment(path) {
  const response = await api(path, { headers: { accept: "text/html" } });
  const template = document.createElement("template");
  template.innerHTML = await response.text();
  return template.content;
}

/**
 * A problem in words, with a way to try again where the same may well succeed.
 * @param {Problem} problem
 * @param {() => void} [again]
 * @returns {HTMLElement}
 */
export function apology(problem, again) {
  const box = document.createElement("div");
  box.className = "notice";
  box.dataset.tone = "danger";
  box.setAttribute("role", "alert");
  box.append(said(problem));
  if (again && problem.transient) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.dataset.again = "";
    button.textContent = t("Thử lại");
    button.addEventListener("click", again, { once: true });
    box.append(button);
  }
  return box;
}

/**
 * Title and detail as sentences; a detail that begins with the title's own words stands alone.
 * @param {Problem} problem
 */
function said({ title, detail, told }) {
  const words = document.createElement("p");
  if (told) words.lang = "vi";
  const name = title.replace(/[.!…]+$/u, "");
  const repeats = detail.toLowerCase().startsWith(name.toLowerCase());
  const strong = document.createElement("strong");
  strong.textContent = repeats ? detail : /[!?…]$/u.test(title) ? title : `${name}.`;
  words.append(strong);
  if (detail && !repeats) words.append(` ${detail}`);
  return words;
}
