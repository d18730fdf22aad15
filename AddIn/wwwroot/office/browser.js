// @ts-check
import { DOCX } from "../lib/api.js";
import { save } from "../lib/download.js";
import { t } from "../lib/text.js";

/**
 * A plain browser: documents are files that people keep and choose.
 * @type {import("./host.js").Host}
 */
export const adapter = {
  name: "browser",
  insertHint: t("Văn bản Word được tải về máy."),
  readHint: t("Chọn tệp .docx đã lưu trên máy."),

  async insert({ bytes, name }) {
    save(bytes, name, DOCX);
    return "saved";
  },

  async read(picker) {
    const file = await chosen(picker);
    return file && new Uint8Array(await file.arrayBuffer());
  },

  async current() {
    return null;
  },

  async open({ bytes, name }) {
    save(bytes, name, DOCX);
  },

  async replace({ bytes, name }) {
    save(bytes, name, DOCX);
    return "saved";
  },

  async part() {
    return null;
  },

  live: null,
};

/**
 * @param {HTMLInputElement} picker
 * @returns {Promise<File | null>}
 */
function chosen(picker) {
  picker.value = "";
  return new Promise((resolve) => {
    const settle = new AbortController();
    const finish = () => {
      settle.abort();
      resolve(picker.files?.[0] ?? null);
    };
    picker.addEventListener("change", finish, { signal: settle.signal });
    picker.addEventListener("cancel", finish, { signal: settle.signal });
    picker.click();
  });
}
