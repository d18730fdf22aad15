// @ts-check

/**
 * @typedef {object} Question
 * @property {string} title
 * @property {string[]} words paragraphs
 * @property {Node} [more] what stands below them
 * @property {{ value: string, label: string, look?: "primary" | "danger" | "subtle" }[]} answers
 */

let asked = 0;

/**
 * Asks something that has to be answered before going on.
 * @param {Question} question
 * @returns {Promise<string>} the value of the answer; "" when the person closed the question
 */
export function ask({ title, words, more, answers }) {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  const heading = Object.assign(document.createElement("h2"), { id: `cau-hoi-${++asked}`, textContent: title, tabIndex: -1 });
  dialog.setAttribute("aria-labelledby", heading.id);
  const form = Object.assign(document.createElement("form"), { method: "dialog", className: "button-row answers" });
  form.append(...answers.map(({ value, label, look = "" }) => Object.assign(document.createElement("button"), { value, textContent: label, className: `button ${look}` })));
  dialog.append(heading, ...words.map((text) => Object.assign(document.createElement("p"), { textContent: text })), ...(more ? [more] : []), form);
  document.body.append(dialog);
  dialog.showModal();
  // What is asked may be long: reading begins at its head, not at the answers.
  heading.focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    }, { once: true });
  });
}
