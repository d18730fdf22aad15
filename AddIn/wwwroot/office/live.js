// @ts-check
// What the pane needs to keep in step with the open document of Word, loaded once the form is there.
export { cursorPlace, readControls, selectControl, writeControls } from "./controls.js";
export { watch } from "./events.js";
export { readPart, writePart } from "./part.js";
export { canChangeRows, changeRows } from "./rows.js";
import { supports } from "./run.js";

/** @returns {boolean} true for a document that was opened only to be read */
export const readOnly = () => Office.context.document.mode === Office.DocumentMode?.ReadOnly;

/** @returns {boolean} whether a whole document can be put in place of the open one, its part included */
export const canReplace = () => supports("1.6");

/** @returns {boolean} whether the document tells when it is edited */
export const tells = () => supports("1.5");
