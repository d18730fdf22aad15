// @ts-check
import { base64 } from "../lib/base64.js";
import { printed } from "../lib/docx.js";
import { t } from "../lib/text.js";
import { documentBytes } from "./file.js";
import { openNew, replaceAll, survey, writeByTag } from "./document.js";
import { readPart, writePart } from "./part.js";
import { supports } from "./run.js";

/**
 * Word itself: the open document takes and gives the values.
 * @type {import("./host.js").Host}
 */
export const adapter = {
  name: "word",
  insertHint: t("Ghi vào văn bản đang mở trong Word."),
  readHint: t("Đọc từ văn bản đang mở trong Word."),

  async insert({ bytes }, tags) {
    const { texts, part } = await printed(bytes);
    const open = await survey(tags);
    if (sameControls(tags, texts, open.counts)) {
      await writeByTag(texts);
      if (part) await writePart(part);
      return "written";
    }
    if (open.empty && supports("1.6")) {
      await replaceAll(base64(bytes));
      return "inserted";
    }
    await openNew(base64(bytes));
    return "opened";
  },

  read: () => documentBytes(),

  current: () => documentBytes(),

  open: ({ bytes }) => openNew(base64(bytes)),

  async replace({ bytes }) {
    if (!supports("1.6")) {
      await openNew(base64(bytes));
      return "opened";
    }
    await replaceAll(base64(bytes));
    return "inserted";
  },

  part: readPart,

  live: () => import("./live.js"),
};

/**
 * True when the open document has exactly the controls, and so the rows, of the filled one.
 * @param {string[]} tags
 * @param {Map<string, string[]>} texts
 * @param {Map<string, number>} counts
 */
function sameControls(tags, texts, counts) {
  return tags.every((tag) => counts.get(tag) === (texts.get(tag)?.length ?? 0)) && texts.size > 0;
}
