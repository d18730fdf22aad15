// @ts-check
import { build } from "../../lib/build.js";
import { all, one } from "../../lib/dom.js";
import { shownDay } from "../../lib/dates.js";
import { t } from "../../lib/text.js";
import { tell } from "../findings/sentence.js";

/** @typedef {import("./matching.js").Match} Match */
/** @typedef {import("./matching.js").Field} Field */
/** @typedef {import("./matching.js").PastedRow} PastedRow */
/** @typedef {import("../../lib/problems.js").Finding} Finding */

/**
 * @typedef {object} Pasted
 * @property {import("./grid.js").Grid} grid
 * @property {Field[]} fields
 * @property {Match} match
 * @property {boolean} hasRows true when the list has rows already
 * @property {(head: number) => Match} headed the match when so many rows are headings
 * @property {(match: Match) => PastedRow[]} rows
 * @property {(rows: Record<string, string>[], replace: boolean) => { first: number, findings: Finding[] }} outcome
 */

/**
 * @typedef {object} Preview
 * @property {HTMLElement} body
 * @property {() => { rows: Record<string, string>[], replace: boolean }} chosen
 * @property {(told: (count: number) => void) => void} onCount told of how many rows are chosen, now and after each change
 */

/** What becomes of each column, and what each row would say. @param {Pasted} pasted @returns {Preview} */
export function previewOf({ grid, fields, match, hasRows, headed, rows, outcome }) {
  let how = match;
  /** @type {PastedRow[]} */ let read = [];
  /** @type {Set<number>} rows that are not taken */ let left = new Set();
  let told = (/** @type {number} */ _count) => {};

  const columns = build("div", { class: "paste-columns", role: "group", "aria-label": t("Mỗi cột là gì") });
  const general = build("ul", { class: "plain-list warnings", "data-paste-warnings": true });
  const list = build("ol", { class: "plain-list paste-rows", "data-paste-rows": true });
  const head = build("label", { class: "check" }, build("input", { type: "checkbox", "data-paste-head": true }), t("Bảng có dòng tiêu đề, không lấy làm nội dung"));
  const mode = build("fieldset", { class: "choices", hidden: !hasRows }, build("legend", { class: "field-label" }, t("Các dòng đang có trong biểu mẫu")),
    radio("append", t("Giữ lại, thêm các dòng này vào sau"), true), radio("replace", t("Bỏ, chỉ để các dòng này"), false));
  const body = build("div", { class: "sheet-body" }, columns, head, mode, build("div", { role: "status" }, general), list);

  const isReplacing = () => /** @type {HTMLInputElement} */ (one(mode, "[value=replace]")).checked;
  const chosen = () => read.filter((_, index) => !left.has(index)).map(({ values }) => values);

  /** Reads the rows anew. */
  const renew = () => {
    read = rows(how);
    left = new Set(read.flatMap((row, index) => (row.title || Object.values(row.values).every((value) => value === "") ? [index] : [])));
    list.replaceChildren(...read.map((row, index) => lineOf(row, index, fields, left.has(index))));
    judge();
  };

  /** Says what the rules say to what is chosen. */
  const judge = () => {
    const { first, findings } = outcome(chosen(), isReplacing());
    const places = read.map((_, index) => index).filter((index) => !left.has(index));
    general.replaceChildren(...findings.filter(({ path }) => !path.includes("[")).map(sayFinding), ...(chosen().length ? [] : [build("li", { class: "warning-line" }, t("Chưa có cột nào được lấy, hoặc chưa chọn dòng nào."))]));
    for (const warnings of all(list, "[data-row-warnings]")) warnings.replaceChildren();
    read.forEach(({ unread }, index) => warningsAt(list, index).append(...unread.map(sayUnread)));
    for (const finding of findings) {
      const row = Number(/\[(\d+)\]/.exec(finding.path)?.[1] ?? -1) - first;
      if (row >= 0 && places[row] !== undefined) warningsAt(list, places[row]).append(sayFinding(finding));
    }
    told(chosen().length);
  };

  const drawColumns = () => {
    columns.replaceChildren(...how.columns.map((tag, column) => columnOf(grid, how, column, tag, fields)));
    /** @type {HTMLInputElement} */ (one(head, "input")).checked = how.head > 0;
  };

  columns.addEventListener("change", (event) => {
    const select = /** @type {HTMLSelectElement} */ (event.target);
    const column = Number(select.dataset.column);
    // A field has one column.
    how = { ...how, columns: how.columns.map((tag, index) => (index === column ? select.value || null : tag === select.value ? null : tag)) };
    for (const other of all(columns, "select")) /** @type {HTMLSelectElement} */ (other).value = how.columns[Number(other.dataset.column)] ?? "";
    renew();
  });
  head.addEventListener("change", () => {
    how = headed(/** @type {HTMLInputElement} */ (one(head, "input")).checked ? Math.max(1, match.head) : 0);
    drawColumns();
    renew();
  });
  mode.addEventListener("change", judge);
  list.addEventListener("change", (event) => {
    const box = /** @type {HTMLInputElement} */ (event.target);
    if (box.checked) left.delete(Number(box.dataset.index));
    else left.add(Number(box.dataset.index));
    judge();
  });
  drawColumns();
  renew();
  return { body, chosen: () => ({ rows: chosen(), replace: isReplacing() }), onCount: (tellIt) => { told = tellIt; told(chosen().length); } };
}

/** @param {string} value @param {string} label @param {boolean} checked */
const radio = (value, label, checked) => build("label", { class: "check" }, build("input", { type: "radio", name: "paste-mode", value, checked }), label);

/** @param {import("./grid.js").Grid} grid @param {Match} how @param {number} column @param {string | null} tag @param {Field[]} fields */
function columnOf(grid, how, column, tag, fields) {
  const id = `cot-${column}`;
  const heading = how.headings[column] || t("Cột {0}", column + 1);
  const example = grid.slice(how.head).map((row) => row[column].text).find(Boolean) ?? "";
  const select = build("select", { id, "data-column": String(column) },
    build("option", { value: "" }, t("— Không lấy —")), ...fields.map(({ tag: value, label }) => build("option", { value, lang: "vi" }, label)));
  select.value = tag ?? "";
  const label = build("label", { class: "field-label", for: id, lang: "vi" }, heading);
  return build("div", { class: "field" }, label, build("p", { class: "field-help clip", lang: "vi" }, example), select);
}

/** @param {PastedRow} row @param {number} index @param {Field[]} fields @param {boolean} left */
function lineOf({ values, title }, index, fields, left) {
  const box = build("input", { type: "checkbox", "data-index": String(index), checked: !left });
  const said = fields.filter(({ tag }) => values[tag]).map((field) => build("div", {}, build("dt", {}, field.label), build("dd", {}, shown(field, values[field.tag]))));
  return build("li", { class: "paste-row" },
    build("label", { class: "check" }, box, t("Dòng {0}", index + 1), ...(title ? [build("span", { class: "hint" }, t("có vẻ là tiêu đề nhóm"))] : [])),
    build("dl", { class: "values", lang: "vi" }, ...said),
    build("ul", { class: "plain-list warnings", "data-row-warnings": String(index) }));
}

/** @param {Field} field @param {string} value */
function shown({ type, choices }, value) {
  if (type === "date") return shownDay(value);
  return choices.find(({ code }) => code === value)?.label ?? value;
}

/** @param {HTMLElement} list @param {number} index */
const warningsAt = (list, index) => one(list, `[data-row-warnings="${index}"]`);

/** @param {Finding} finding */
function sayFinding(finding) {
  const line = build("li", { class: "warning-line", "data-severity": finding.severity });
  tell(line, finding);
  return line;
}

/** @param {{ label: string, text: string, kind: string }} cell */
function sayUnread({ label, text, kind }) {
  return build("li", { class: "warning-line" }, kind === "date"
    ? t("{0}: «{1}» không đọc được thành ngày, hãy sửa lại sau khi đưa vào.", label, text)
    : t("{0}: «{1}» không có trong danh sách chọn nên để trống.", label, text));
}
