// @ts-check
// Whole documents and all of their controls. Every function is one run with one load and sync where Word allows it, and returns plain data.
import { controlsOf, writeTexts } from "./controls.js";
import { run } from "./run.js";

/**
 * What the open document holds: how many controls carry each tag, and whether it is empty. WordApi 1.1.
 * @param {string[]} tags
 * @returns {Promise<{ counts: Map<string, number>, empty: boolean }>}
 */
export function survey(tags) {
  return run(async (context) => {
    const { body } = context.document;
    body.load("text");
    const found = await controlsOf(context, tags);
    const counts = new Map([...found].map(([tag, controls]) => [tag, controls.length]));
    return { counts, empty: body.text.trim() === "" && [...counts.values()].every((count) => count === 0) };
  });
}

/**
 * Writes printed texts into the controls of the open document, by tag and in document order. WordApi 1.1; 1.4 to leave no tracked changes.
 * @param {Map<string, string[]>} texts as many for each tag as there are controls
 * @returns {Promise<void>}
 */
export function writeByTag(texts) {
  return run(async (context) => {
    const found = await controlsOf(context, [...texts.keys()]);
    const due = [...texts].flatMap(([tag, values]) => (found.get(tag) ?? []).map((control, index) => ({ control, text: values[index] })));
    // Word's own texts end lines with a carriage return.
    await writeTexts(context, due.filter(({ control, text }) => control.text.replaceAll("\r", "\n") !== text));
  });
}

/**
 * Fills the empty open document with a whole file. WordApi 1.6.
 * @param {string} file base64
 * @returns {Promise<void>}
 */
export function replaceAll(file) {
  return run(async (context) => {
    context.document.insertFileFromBase64(file, "Replace", {
      importTheme: true, importStyles: true, importParagraphSpacing: true, importPageColor: true, importCustomProperties: true, importCustomXmlParts: true,
    });
    await context.sync();
  });
}

/**
 * Opens a file in a new window. WordApi 1.3.
 * @param {string} file base64
 * @returns {Promise<void>}
 */
export function openNew(file) {
  return run(async (context) => {
    context.application.createDocument(file).open();
    await context.sync();
  });
}
