// @ts-check

/**
 * The one element that a selector names.
 * @template {Element} [E=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {E}
 * @throws {Error} when the page lacks it: the component and the module no longer fit.
 */
export function one(root, selector) {
  const found = maybe(root, selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return /** @type {E} */ (/** @type {unknown} */ (found));
}

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export function maybe(root, selector) {
  return root.querySelector(selector);
}

/**
 * @template {Element} [E=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {E[]}
 */
export function all(root, selector) {
  return /** @type {E[]} */ (/** @type {unknown} */ ([...root.querySelectorAll(selector)]));
}

/**
 * A copy of what a template holds.
 * @param {ParentNode} root
 * @param {string} selector the template's
 * @returns {HTMLElement}
 */
export function copyOf(root, selector) {
  const template = /** @type {HTMLTemplateElement} */ (one(root, selector));
  const copy = document.importNode(template.content, true).firstElementChild;
  if (!copy) throw new Error(`The template ${selector} is empty.`);
  return /** @type {HTMLElement} */ (copy);
}

/**
 * Says something to people who listen instead of looking.
 * @param {string | Node} words
 */
export function announce(words) {
  const announcer = maybe(document, "[data-announcer]");
  if (!announcer) return;
  announcer.textContent = "";
  requestAnimationFrame(() => { announcer.replaceChildren(words); });
}

/**
 * Lets something wait until the last call is a while ago.
 * @param {() => void} act
 * @param {number} milliseconds
 * @returns {() => void}
 */
export function pause(act, milliseconds) {
  /** @type {number | undefined} */
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
}
