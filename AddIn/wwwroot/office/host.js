// @ts-check
import { inWord } from "./runtime.js";

/**
 * A document that the service filled.
 * @typedef {{ bytes: Uint8Array, name: string }} Filled
 */

/**
 * What came of «Chèn vào văn bản»: `written` by tag into the open document, `inserted` into the empty one, `opened` in a new window,
 * `saved` as a file.
 * @typedef {"written" | "inserted" | "opened" | "saved"} Insertion
 */

/**
 * Where documents live: Word, or the files of a plain browser. Both adapters have the same functions.
 * @typedef {object} Host
 * @property {"word" | "browser"} name
 * @property {string} insertHint what «Chèn vào văn bản» will do here
 * @property {string} readHint what «Đọc từ văn bản» will do here
 * @property {(filled: Filled, tags: string[]) => Promise<Insertion>} insert `tags` are all that the form can print, rows included
 * @property {(picker: HTMLInputElement) => Promise<Uint8Array | null>} read the bytes of the document; null when the person gave none
 * @property {() => Promise<Uint8Array | null>} current the open document as it is now; null where there is no open document
 * @property {(filled: Filled) => Promise<void>} open shows a stored document
 * @property {(filled: Filled) => Promise<Insertion>} replace puts a whole document in place of the open one: `inserted`, or `opened` in a new window where Word cannot; `saved` as a file in a browser
 * @property {() => Promise<string | null>} part our own XML part of the open document; null where there is none
 * @property {(() => Promise<typeof import("./live.js")>) | null} live what keeps pane and open document in step; null where no document is open
 */

/** @type {Promise<Host> | undefined} */
let port;

/**
 * The host this page runs in.
 * @returns {Promise<Host>}
 */
export function host() {
  port ??= choose();
  return port;
}

/** @returns {Promise<Host>} */
async function choose() {
  const adapter = await inWord() ? import("./word.js") : import("./browser.js");
  return (await adapter).adapter;
}
