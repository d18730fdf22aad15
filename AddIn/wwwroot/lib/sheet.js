// @ts-check
import { build } from "./build.js";

let opened = 0;

/**
 * A dialog whose content changes while it is open. Closing it, by whatever way, changes nothing.
 * @typedef {object} Sheet
 * @property {HTMLDialogElement} dialog
 * @property {(title: string, body: (Node | string)[], answers: Node[]) => void} show replaces what it says and moves the focus to its head
 * @property {() => void} close
 */

/**
 * @param {string} name tells one kind of sheet from another, as data-sheet
 * @returns {Sheet}
 */
export function openSheet(name) {
  const id = `to-${++opened}`;
  const heading = build("h2", { id, tabindex: "-1", "data-sheet-title": true });
  const body = build("div", { class: "sheet-body" });
  const answers = build("div", { class: "button-row answers" });
  const dialog = build("dialog", { class: "dialog sheet", "data-sheet": name, "aria-labelledby": id }, heading, body, answers);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  return {
    dialog,
    show(title, content, buttons) {
      heading.textContent = title;
      body.replaceChildren(...content);
      answers.replaceChildren(...buttons);
      if (!dialog.open) dialog.showModal();
      dialog.scrollTop = 0;
      heading.focus();
    },
    close: () => dialog.close(),
  };
}
