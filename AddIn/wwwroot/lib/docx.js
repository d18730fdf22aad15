// @ts-check
// Reads, in the page, what the service wrote into a document: the printed text of every tagged control and our own XML part.

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OURS = "urn:hoctap:form:1";

/**
 * @param {Uint8Array} bytes a .docx of our service
 * @returns {Promise<{ texts: Map<string, string[]>, part: string | null }>} the texts of each tag in document order; "" where the placeholder shows
 */
export async function printed(bytes) {
  const entries = directory(bytes);
  const main = new DOMParser().parseFromString(await textOf(bytes, entries, "word/document.xml"), "application/xml");
  /** @type {Map<string, string[]>} */
  const texts = new Map();
  for (const control of main.getElementsByTagNameNS(W, "sdt")) {
    const tag = tagOf(control);
    if (!tag || holdsControls(control)) continue;
    texts.set(tag, [...(texts.get(tag) ?? []), textIn(control)]);
  }
  return { texts, part: await ourPart(bytes, entries) };
}

/** @param {Element} control */
function tagOf(control) {
  const properties = [...control.children].find((child) => child.localName === "sdtPr");
  return [...(properties?.children ?? [])].find((child) => child.localName === "tag")?.getAttributeNS(W, "val") ?? null;
}

/** @param {Element} control a repeating section or one of its items holds the row's controls */
const holdsControls = (control) => [...control.getElementsByTagNameNS(W, "sdt")].some((inner) => tagOf(inner) !== null);

/** @param {Element} control */
function textIn(control) {
  if (control.getElementsByTagNameNS(W, "showingPlcHdr").length > 0) return "";
  const lines = [...control.getElementsByTagNameNS(W, "p")];
  return (lines.length > 0 ? lines : [control]).map(lineOf).join("\n");
}

/** @param {Element} line */
function lineOf(line) {
  return [...line.getElementsByTagNameNS(W, "*")]
    .map((part) => part.localName === "t" ? part.textContent ?? "" : part.localName === "tab" && part.parentElement?.localName === "r" ? "\t" : part.localName === "br" ? "\n" : "")
    .join("");
}

/**
 * @param {Uint8Array} bytes
 * @param {Map<string, Entry>} entries
 */
async function ourPart(bytes, entries) {
  for (const name of entries.keys()) {
    if (!/^customXml\/item\d+\.xml$/.test(name)) continue;
    const text = await textOf(bytes, entries, name);
    // An XML declaration makes Word ignore the whole part.
    if (text.includes(OURS)) return text.replace(/^\uFEFF?<\?xml[^>]*\?>\s*/, "");
  }
  return null;
}

/** @typedef {{ start: number, size: number, method: number }} Entry */

/**
 * The entries of a zip file by name, from its central directory.
 * @param {Uint8Array} bytes
 * @returns {Map<string, Entry>}
 */
function directory(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw new Error("The service's document is no zip file.");
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.set(name, { start, size: view.getUint32(at + 20, true), method: view.getUint16(at + 10, true) });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/**
 * @param {Uint8Array} bytes
 * @param {Map<string, Entry>} entries
 * @param {string} name
 */
async function textOf(bytes, entries, name) {
  const entry = entries.get(name);
  if (!entry) throw new Error(`The service's document has no ${name}.`);
  const packed = new Blob([/** @type {BlobPart} */ (bytes.subarray(entry.start, entry.start + entry.size))]);
  if (entry.method === 0) return packed.text();
  return new Response(packed.stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();
}
