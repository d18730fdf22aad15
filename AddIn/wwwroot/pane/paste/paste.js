// @ts-check
import { all, one } from "../../lib/dom.js";
import { reported } from "../../lib/report.js";

/** @typedef {import("../editor.js").Desk} Desk */
/** @typedef {{ html: string, text: string }} Clipboard */

/**
 * Lets a table from Excel, Word or a web page be pasted into the rows of a form. What it takes is loaded when somebody pastes.
 * @param {Desk} desk
 */
export function attachPaste(desk) {
  for (const list of all(desk.form, "[data-rows]")) {
    one(list, "[data-paste]").addEventListener("click", () => reported(async () => (await import("./dialog.js")).openPaste(desk, list, null)));
    list.addEventListener("paste", (event) => {
      const clipboard = clipboardOf(event);
      if (!isTable(clipboard)) return;
      event.preventDefault();
      const place = event.target;
      void reported(async () => (await import("./dialog.js")).openPaste(desk, list, clipboard, typedInto(place) ? () => putText(place, clipboard.text) : undefined));
    });
  }
}

/** @param {ClipboardEvent} event @returns {Clipboard} */
export function clipboardOf({ clipboardData }) {
  return { html: clipboardData?.getData("text/html") ?? "", text: clipboardData?.getData("text/plain") ?? "" };
}

// The browser must be told at once, before anything is loaded: one cell is for the field it is pasted into, several are for nobody's.
/** @param {Clipboard} clipboard */
const isTable = ({ html, text }) => (html.match(/<t[dh]\b/gi)?.length ?? 0) > 1 || /\t[^]*\n\s*\S/.test(text);

/** @param {EventTarget | null} place @returns {place is HTMLInputElement | HTMLTextAreaElement} */
const typedInto = (place) => place instanceof HTMLTextAreaElement || place instanceof HTMLInputElement;

/** What the browser itself would have done. @param {HTMLInputElement | HTMLTextAreaElement} place @param {string} text */
function putText(place, text) {
  place.focus();
  // The browser's own command keeps Ctrl+Z, but it is not to be had everywhere.
  if (document.execCommand("insertText", false, text)) return;
  place.setRangeText(text, place.selectionStart ?? place.value.length, place.selectionEnd ?? place.value.length, "end");
  place.dispatchEvent(new Event("input", { bubbles: true }));
}
