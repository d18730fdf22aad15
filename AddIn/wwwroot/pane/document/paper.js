// @ts-check
import { normal } from "../../lib/normal.js";
import { printedOf, valueOf } from "./texts.js";

/** @typedef {import("../../lib/rules.js").Fields} Fields */
/** @typedef {import("./texts.js").Printed} Printed */
/** @typedef {{ tag: string, heading?: string, fields: Printed[] }} PrintedRows rows by tag; `heading` numbers a row that is not one of a table */
/** @typedef {{ fields: Printed[], rows: PrintedRows[], marks: Record<string, import("./texts.js").Marks> }} Printing */
/** @typedef {{ singles: Map<string, string>, rows: Map<string, string[][]> }} Sheet printed values by tag, those of rows by row and column */

const OFFICIAL = "HD36-2018";

/** What a form prints, in values: what the pane says and what the controls of the document say become comparable. */
export class Paper {
  #marks;

  /** @param {Printing} printing @param {string | null} profile the layout of the document */
  constructor({ fields, rows, marks }, profile) {
    this.fields = fields;
    this.lists = rows;
    this.#marks = marks[profile ?? OFFICIAL] ?? marks[OFFICIAL];
    this.tags = [...fields, ...rows.flatMap((list) => list.fields)].map(({ tag }) => tag);
  }

  /** @param {Printed} field @param {string} value the text for its control */
  textOf(field, value) {
    return printedOf(field, value, this.#marks);
  }

  /** @param {Printed} field @param {string} text a control's @param {string} value @returns {boolean} whether it says this already */
  says(field, text, value) {
    return valueOf(field, text, value) === value;
  }

  /** @param {Fields} values @returns {Sheet} */
  ofValues(values) {
    return {
      singles: new Map(this.fields.map((field) => [field.tag, normal(field.type, values[field.tag])])),
      rows: new Map(this.lists.map((list) => [list.tag, (values[list.tag] ?? []).map((/** @type {Fields} */ row) => list.fields.map((field) => normal(field.type, row[field.tag])))])),
    };
  }

  /**
   * @param {Map<string, string[]>} controls the texts of each tag in document order
   * @param {Sheet} known what is known to have been there; tells in a list whether a mark was typed, and which of several copies was edited
   * @returns {Sheet} without the places that the document does not have
   */
  ofControls(controls, known) {
    return {
      singles: new Map(this.fields.filter(({ tag }) => controls.get(tag)?.length).map((field) => [field.tag, this.#single(field, controls, known)])),
      rows: new Map(this.lists.flatMap((list) => {
        const rows = this.#rows(list, controls);
        return rows ? [[list.tag, rows]] : [];
      })),
    };
  }

  /** @param {Printed} field @param {Map<string, string[]>} controls @param {Sheet} known */
  #single(field, controls, known) {
    const before = known.singles.get(field.tag) ?? "";
    const copies = (controls.get(field.tag) ?? []).map((text) => valueOf(field, text, before));
    return copies.find((value) => value !== before) ?? before;
  }

  /** @param {PrintedRows} list @param {Map<string, string[]>} controls @returns {string[][] | null} null when rows lost a control */
  #rows({ fields }, controls) {
    const columns = fields.map((field) => (controls.get(field.tag) ?? []).map((text) => valueOf(field, text, "")));
    if (columns.some((column) => column.length !== columns[0].length)) return null;
    return columns[0].map((_, row) => columns.map((column) => column[row]));
  }
}

/** @param {string[][]} one @param {string[][]} other */
export const sameRows = (one, other) => JSON.stringify(one) === JSON.stringify(other);
