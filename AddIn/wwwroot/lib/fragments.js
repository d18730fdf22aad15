// @ts-check
import { api } from "./api.js";
import { Problem } from "./problems.js";

/**
 * Puts a fragment of the service into an element.
 * @param {HTMLElement} target
 * @param {string} path
 * @returns {Promise<boolean>} false when it failed; the target then says why and offers to try again
 */
export async function load(target, path) {
  target.setAttribute("aria-busy", "true");
  try {
    target.replaceChildren(await fragment(path));
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    target.replaceChildren(apology(error, () => load(target, path)));
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
  title.textContent = problem.title;
  words.append(title, ` ${problem.detail}`);
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
