// @ts-check
// Our own part of the open document: whose form it is, and the values written last. It is never bound to controls.
import { run, supports } from "./run.js";

const OURS = "urn:hoctap:form:1";

/**
 * The part as XML. WordApi 1.4, else the older set CustomXmlParts 1.1.
 * @returns {Promise<string | null>} null when the document has none
 */
export async function readPart() {
  if (!supports("1.4")) return supports("1.1", "CustomXmlParts") ? olderPart() : null;
  return run(async (context) => {
    const parts = context.document.customXmlParts.getByNamespace(OURS);
    parts.load("items/id");
    await context.sync();
    if (parts.items.length === 0) return null;
    const xml = parts.items[0].getXml();
    await context.sync();
    return xml.value;
  });
}

/**
 * Puts our XML part in place of the one the document has. WordApi 1.4; nothing happens before.
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

/** @returns {Promise<string | null>} a document that does not tell is as one without the part */
async function olderPart() {
  const parts = await asked((/** @type {(result: Office.AsyncResult<Office.CustomXmlPart[]>) => void} */ done) => Office.context.document.customXmlParts.getByNamespaceAsync(OURS, done));
  return parts?.[0] ? asked((/** @type {(result: Office.AsyncResult<string>) => void} */ done) => parts[0].getXmlAsync(done)) : null;
}

/**
 * @template T
 * @param {(done: (result: Office.AsyncResult<T>) => void) => void} call
 * @returns {Promise<T | null>}
 */
function asked(call) {
  return new Promise((resolve) => { call((result) => resolve(result.status === Office.AsyncResultStatus.Succeeded ? result.value : null)); });
}
