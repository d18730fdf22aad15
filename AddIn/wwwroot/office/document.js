// @ts-check
// The only place that runs Word. Every function is one run with one load and sync where Word allows it, and returns plain data.
import { Problem } from "../lib/problems.js";
import { t } from "../lib/text.js";

const OURS = "urn:hoctap:form:1";

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
    const tracking = supports("1.4") ? await pauseTracking(context) : null;
    const found = await controlsOf(context, [...texts.keys()]);
    // Word on the web fails on the control that holds the cursor.
    if (Office.context.platform === Office.PlatformType.OfficeOnline) context.document.body.getRange("End").select();
    for (const [tag, values] of texts) {
      found.get(tag)?.forEach((control, index) => write(control, values[index]));
    }
    if (tracking) context.document.changeTrackingMode = tracking;
    await context.sync();
  });
}

/**
 * Puts our XML part in place of the one the document has. Needs the requirement set CustomXmlParts 1.1; WordApi 1.4 is asked for.
 * @param {string} xml without an XML declaration
 * @returns {Promise<void>}
 */
export async function writePart(xml) {
  if (!supports("1.4")) return;
  await run(async (context) => {
    const old = context.document.customXmlParts.getByNamespace(OURS);
    old.load("items/id");
    await context.sync();
    for (const part of old.items) part.delete();
    context.document.customXmlParts.add(xml);
    await context.sync();
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

/** @param {string} version */
const supports = (version) => Office.context.requirements.isSetSupported("WordApi", version);

/**
 * The controls of each tag in document order, with text and lock. Only the listing of WordApi 1.5 is sure to have plain-text controls;
 * older versions find them tag by tag.
 * @param {Word.RequestContext} context
 * @param {string[]} tags
 * @returns {Promise<Map<string, Word.ContentControl[]>>}
 */
async function controlsOf(context, tags) {
  if (supports("1.5")) {
    const every = context.document.getContentControls({ types: [Word.ContentControlType.richText, Word.ContentControlType.plainText] });
    every.load("items/tag,items/text,items/cannotEdit");
    await context.sync();
    return new Map(tags.map((tag) => [tag, every.items.filter((control) => control.tag === tag)]));
  }
  const found = tags.map((tag) => context.document.contentControls.getByTag(tag));
  for (const controls of found) controls.load("items/text,items/cannotEdit");
  await context.sync();
  return new Map(tags.map((tag, index) => [tag, found[index].items]));
}

/** @param {Word.RequestContext} context @returns {Promise<Word.ChangeTrackingMode>} the mode to come back to */
async function pauseTracking(context) {
  context.document.load("changeTrackingMode");
  await context.sync();
  const mode = /** @type {Word.ChangeTrackingMode} */ (context.document.changeTrackingMode);
  context.document.changeTrackingMode = "Off";
  return mode;
}

/** @param {Word.ContentControl} control @param {string} text */
function write(control, text) {
  // Word's own texts end lines with a carriage return.
  if (control.text.replaceAll("\r", "\n") === text) return;
  const { cannotEdit } = control;
  if (cannotEdit) control.cannotEdit = false;
  if (text === "") control.clear();
  else control.insertText(text, "Replace");
  if (cannotEdit) control.cannotEdit = true;
}

/**
 * @template T
 * @param {(context: Word.RequestContext) => Promise<T>} batch
 * @returns {Promise<T>}
 */
async function run(batch) {
  try {
    return await Word.run(batch);
  } catch (error) {
    if (!(error instanceof OfficeExtension.Error)) throw error;
    throw new Problem("office", t("Word không thực hiện được việc này."), t("Văn bản có thể đang bị khóa hoặc chỉ được đọc. Nếu còn lỗi, gửi dòng này cho người quản trị hệ thống: {0}", `${error.code}, ${error.message}`));
  }
}
