// @ts-check

/**
 * A new element.
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name
 * @param {Record<string, string | boolean | undefined>} attributes true for one without a value; absent ones are left out
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[N]}
 */
export function build(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(attribute, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

/**
 * @param {string} label
 * @param {() => unknown} act
 * @param {"" | "primary" | "subtle" | "danger"} [look]
 * @returns {HTMLButtonElement}
 */
export function button(label, act, look = "") {
  const made = build("button", { type: "button", class: `button ${look}`.trim() }, label);
  made.addEventListener("click", () => act());
  return made;
}
