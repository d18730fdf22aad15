// @ts-check
// The controls of the open document, by tag and place among those of the same tag: ids and titles do not survive everywhere.
import { run, supports } from "./run.js";

/** @typedef {{ tag: string, index: number, expected: string, text: string }} Change a text for one control, as long as it still says what is expected; "" shows its blank */

/**
 * The texts of the controls of each tag in document order, blanks as they show. WordApi 1.1; only from 1.5 sure to have plain-text controls.
 * @param {string[]} tags
 * @returns {Promise<Map<string, string[]>>}
 */
export function readControls(tags) {
  return run(async (context) => new Map([...await controlsOf(context, tags)].map(([tag, controls]) => [tag, controls.map(({ text }) => text)])));
}

/**
 * Writes texts and leaves no tracked changes, no lock undone and the cursor where it was. What says something else than expected stays as it is.
 * @param {Change[]} changes
 * @returns {Promise<boolean[]>} which of them the document took
 */
export function writeControls(changes) {
  return run(async (context) => {
    const found = await controlsOf(context, [...new Set(changes.map(({ tag }) => tag))]);
    const places = changes.map(({ tag, index, expected, text }) => ({ control: found.get(tag)?.[index], expected, text }));
    const fits = places.map(({ control, expected }) => control?.text === expected);
    await writeTexts(context, places.filter((_, index) => fits[index]).map(({ control, text }) => ({ control: /** @type {Word.ContentControl} */ (control), text })));
    return fits;
  });
}

/**
 * @param {Word.RequestContext} context
 * @param {{ control: Word.ContentControl, text: string }[]} due with `text` and `cannotEdit` loaded
 */
export async function writeTexts(context, due) {
  if (due.length === 0) return;
  const tracking = await pauseTracking(context);
  const locked = due.filter(({ control }) => control.cannotEdit);
  /** @type {Awaited<ReturnType<typeof holdingCursor>>} */ let holding = null;
  try {
    for (const { control } of locked) control.cannotEdit = false;
    // Unlocking and writing in one batch is not sure to work everywhere.
    if (locked.length > 0) await context.sync();
    holding = await holdingCursor(context, due.map(({ control }) => control));
    // Word on the web fails on the control that holds the cursor (office-js #2815).
    holding?.getRange("After").select();
    for (const { control, text } of due) {
      if (text === "") control.clear();
      else control.insertText(text, "Replace");
    }
    await context.sync();
  } finally {
    for (const { control } of locked) control.cannotEdit = true;
    if (tracking) context.document.changeTrackingMode = tracking;
    holding?.select("End");
    await context.sync();
  }
}

/**
 * Selects a control, or puts the cursor to its end. WordApi 1.1.
 * @param {string} tag
 * @param {number} index
 * @param {"Select" | "End"} [mode]
 * @returns {Promise<void>}
 */
export function selectControl(tag, index, mode = "Select") {
  return run(async (context) => {
    (await controlsOf(context, [tag])).get(tag)?.[index]?.select(mode);
    await context.sync();
  });
}

/**
 * Where the cursor is. WordApi 1.3.
 * @param {string[]} tags
 * @returns {Promise<{ tag: string, index: number } | null>} null when it is in none of these controls
 */
export function cursorPlace(tags) {
  return run(async (context) => {
    const places = [...await controlsOf(context, tags)].flatMap(([tag, controls]) => controls.map((control, index) => ({ tag, index, control })));
    const holds = await selectionIn(context, places.map(({ control }) => control));
    const place = places[holds.indexOf(true)];
    return place ? { tag: place.tag, index: place.index } : null;
  });
}

/**
 * The controls of each tag in document order, with text and lock. Only the listing of WordApi 1.5 is sure to have plain-text controls
 * (office-js #2160, #6144); older versions find them tag by tag.
 * @param {Word.RequestContext} context
 * @param {string[]} tags
 * @returns {Promise<Map<string, Word.ContentControl[]>>}
 */
export async function controlsOf(context, tags) {
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

/** @param {Word.RequestContext} context @returns {Promise<Word.ChangeTrackingMode | null>} the mode to come back to; null before WordApi 1.4 */
export async function pauseTracking(context) {
  if (!supports("1.4")) return null;
  context.document.load("changeTrackingMode");
  await context.sync();
  const mode = /** @type {Word.ChangeTrackingMode} */ (context.document.changeTrackingMode);
  if (mode === "Off") return null;
  context.document.changeTrackingMode = "Off";
  return mode;
}

/** @param {Word.RequestContext} context @param {Word.ContentControl[]} controls */
async function holdingCursor(context, controls) {
  if (Office.context.platform !== Office.PlatformType.OfficeOnline) return null;
  return controls[(await selectionIn(context, controls)).indexOf(true)] ?? null;
}

/**
 * Whether each control holds the selection. Asking for the parent of the selection would throw in plain-text controls (office-js #1302).
 * @param {Word.RequestContext} context
 * @param {Word.ContentControl[]} controls
 */
async function selectionIn(context, controls) {
  const selection = context.document.getSelection();
  const relations = controls.map((control) => selection.compareLocationWith(control.getRange("Whole")));
  await context.sync();
  return relations.map(({ value }) => /^(Inside|Equal)/.test(value));
}
