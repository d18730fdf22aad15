// @ts-check
// Inside Word the pane speaks the language of Word, until somebody chooses. The service's own cookie may be kept out of Word's frame.
import { keep, recall } from "../lib/storage.js";
import { language } from "../lib/text.js";
import { inWord } from "./runtime.js";

const KEY = "language";

/** Remembers what somebody chose; the link itself then asks the service. @param {string} code */
export function chooseLanguage(code) {
  keep(KEY, code);
}

/**
 * Loads the pane in the language it should speak inside Word.
 * @returns {Promise<boolean>} true when it is being loaded anew
 */
export async function turnToLanguage() {
  if (!(await inWord())) return false;
  const wanted = recall(KEY) ?? (Office.context.displayLanguage?.startsWith("en") ? "en" : "vi");
  const here = new URL(location.href);
  // Asked for already: where a remembered choice says otherwise, the last word is the service's.
  if (wanted === language() || here.searchParams.get("lang") === wanted) return false;
  here.searchParams.set("lang", wanted);
  location.replace(here);
  return true;
}
