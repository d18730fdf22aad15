// @ts-check
// Repeating sections have an API only on the desktop (WordApiDesktop 1.3); elsewhere the service makes the document anew.
import { pauseTracking } from "./controls.js";
import { run, supports } from "./run.js";

/** @typedef {{ insert: number } | { remove: number }} RowStep an index at the time of the step */

/** @returns {boolean} whether rows can be added and removed in the open document */
export const canChangeRows = () => supports("1.3", "WordApiDesktop");

/**
 * Adds and removes rows of a repeating section, step by step, and numbers all of them anew. WordApiDesktop 1.3.
 * @param {string} tag the section's
 * @param {RowStep[]} steps
 * @param {string[]} headings the first paragraph of each row as it is to be afterwards; [] where rows have none
 * @returns {Promise<boolean>} false when the document has no such section
 */
export function changeRows(tag, steps, headings) {
  return run(async (context) => {
    const sections = context.document.getContentControls({ types: [Word.ContentControlType.repeatingSection] });
    sections.load("items/tag");
    await context.sync();
    const section = sections.items.find((each) => each.tag === tag);
    if (!section) return false;
    const tracking = await pauseTracking(context);
    const items = section.repeatingSectionContentControl.repeatingSectionItems;
    for (const step of steps) {
      if ("remove" in step) items.getItemAt(step.remove).delete();
      else if (step.insert === 0) items.getItemAt(0).insertItemBefore();
      else items.getItemAt(step.insert - 1).insertItemAfter();
    }
    // A new row repeats the printed number of the one it was made like.
    headings.forEach((heading, index) => items.getItemAt(index).range.paragraphs.getFirst().insertText(heading, "Replace"));
    if (tracking) context.document.changeTrackingMode = tracking;
    await context.sync();
    return true;
  });
}
