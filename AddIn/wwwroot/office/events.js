// @ts-check
import { run, supports } from "./run.js";

/**
 * Calls back when somebody may have changed the document. Only a hint: Word on the web tells of each edit, Windows and Mac only when the
 * cursor leaves a control (office-js #4351), and both miss some (#4492, #6241). Before WordApi 1.5 nothing is told.
 * @param {string[]} tags of the controls to watch
 * @param {() => void} told
 * @returns {Promise<() => Promise<void>>} stops watching
 */
export async function watch(tags, told) {
  if (!supports("1.5")) return async () => {};
  const handlers = await run(async (context) => {
    const controls = context.document.getContentControls({ types: [Word.ContentControlType.richText, Word.ContentControlType.plainText] });
    controls.load("items/tag");
    await context.sync();
    const tell = async () => told();
    const added = controls.items.filter(({ tag }) => tags.includes(tag)).flatMap((control) => {
      // Without tracking, an object is gone with the run that made it.
      control.track();
      return [control.onDataChanged.add(tell), control.onExited.add(tell), control.onDeleted.add(tell)];
    });
    added.push(/** @type {OfficeExtension.EventHandlerResult<any>} */ (context.document.onContentControlAdded.add(tell)));
    await context.sync();
    return added;
  });
  return async () => {
    for (const handler of handlers) handler.remove();
    await handlers[0].context.sync();
  };
}
