// @ts-check
import { api } from "./api.js";
import { Problem } from "./problems.js";

/**
 * Puts a fragment of the service into an element.
 * @param {HTMLElement} target
 * @param {string} path
 * @param {() => void} [arrived] called once it is there, be it at the second try
 * @returns {Promise<boolean>} false when it failed; the target then says why and, where that may help, offers to try again
 */
export async function load(target, path, arrived) {
  target.setAttribute("aria-busy", "true");
  try {
    target.replaceChildren(await fragment(path));
    arrived?.();
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    target.replaceChildren(apology(error, error.transient ? () => load(target, path, arrived) : undefined));
    return false;
  } finally {
    target.removeAttribute("aria-busy");
  }
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
 * A problem in words, with a way to try again.
 * @param {Problem} problem
 * @param {() => void} [again]
 * @returns {HTMLElement}
 */
export function apology(problem, again) {
  const box = document.createElement("div");
  box.className = "notice";
  box.dataset.tone = "danger";
  box.setAttribute("role", "alert");
  const words = document.createElement("p");
  const title = document.createElement("strong");
  title.textContent = sentenceOf(problem.title);
  // Some details begin with their title: nobody is told the same twice.
  words.append(...(problem.detail.startsWith(problem.title) ? [] : [title, " "]), problem.detail);
  box.append(words);
  if (again) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = "Thử lại";
    button.addEventListener("click", again, { once: true });
    box.append(button);
  }
  return box;
}

/** @param {string} words */
const sentenceOf = (words) => (/[.!?…:]$/.test(words) ? words : `${words}.`);
