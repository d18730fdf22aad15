// @ts-check

/** @typedef {import("../../lib/rules.js").Fields} Fields */
/** @typedef {{ form: string, campaign: string, organization: string, person: string | null, template: string | null, profile: string | null, fields: Fields }} Stamp whose form a document is, and the values written last */

const OURS = "urn:hoctap:form:1";

/** @param {string} xml our part of a document @returns {Stamp | null} null when it is not readable */
export function stampOf(xml) {
  const root = parsed(xml)?.documentElement;
  if (root?.namespaceURI !== OURS) return null;
  const [form, campaign, organization, person, template, profile] = ["code", "campaign", "organization", "person", "template", "profile"].map((name) => root.getAttribute(name));
  /** @type {Fields} */
  const fields = valuesIn([...root.children].find(({ localName }) => localName === "values"));
  for (const list of root.children) {
    if (list.localName !== "rows") continue;
    fields[list.getAttribute("tag") ?? ""] = [...list.children].map((row) => ({ ...(row.getAttribute("id") ? { rowId: row.getAttribute("id") } : {}), ...valuesIn(row) }));
  }
  return form && campaign && organization ? { form, campaign, organization, person, template, profile, fields } : null;
}

/**
 * The part with other values.
 * @param {string} xml
 * @param {Fields} fields
 * @returns {string} without an XML declaration, which would make Word on some platforms ignore it (office-js #1643)
 */
export function withValues(xml, fields) {
  const part = /** @type {XMLDocument} */ (parsed(xml));
  for (const element of part.documentElement.children) {
    if (element.localName === "values") element.replaceChildren(...values(part, Object.entries(fields).filter(([, value]) => !isRows(value))));
    if (element.localName === "rows") element.replaceChildren(...(fields[element.getAttribute("tag") ?? ""] ?? []).map((/** @type {Fields} */ row) => rowIn(part, row)));
  }
  return new XMLSerializer().serializeToString(part.documentElement);
}

/** @param {string} xml */
function parsed(xml) {
  const part = new DOMParser().parseFromString(xml, "application/xml");
  return part.querySelector("parsererror") ? null : part;
}

/** @param {Element | undefined} parent @returns {Fields} */
const valuesIn = (parent) => Object.fromEntries([...(parent?.children ?? [])].map((value) => [value.getAttribute("tag"), value.textContent ?? ""]));

/** @param {unknown} value */
const isRows = (value) => Array.isArray(value) && typeof value[0] === "object";

/** @param {XMLDocument} part @param {[string, unknown][]} entries */
function values(part, entries) {
  return entries.map(([tag, value]) => ({ tag, text: Array.isArray(value) ? value.join("\n") : String(value ?? "") })).filter(({ text }) => text !== "").map(({ tag, text }) => {
    const element = part.createElementNS(OURS, "value");
    element.setAttribute("tag", tag);
    element.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
    element.textContent = text;
    return element;
  });
}

/** @param {XMLDocument} part @param {Fields} row */
function rowIn(part, { rowId, ...fields }) {
  const element = part.createElementNS(OURS, "row");
  if (rowId) element.setAttribute("id", rowId);
  element.replaceChildren(...values(part, Object.entries(fields)));
  return element;
}
