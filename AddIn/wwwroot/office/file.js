// @ts-check
import { Problem } from "../lib/problems.js";
import { t } from "../lib/text.js";

// Word hands the file out in slices of at most 4 MB (64 KB on iPad), two files at a time, and each must be closed.
const SLICE = 4_194_304;
const SLICE_ON_IPAD = 65_536;

/**
 * The open document as Word would save it now. Needs the requirement set CompressedFile.
 * @returns {Promise<Uint8Array>}
 * @throws {Problem} when Word does not hand it out
 */
export async function documentBytes() {
  const file = await asked((done) => Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: sliceSize() }, done));
  try {
    const slices = [];
    for (let index = 0; index < file.sliceCount; index++) {
      const slice = await asked((/** @type {(result: Office.AsyncResult<Office.Slice>) => void} */ done) => file.getSliceAsync(index, done));
      slices.push(new Uint8Array(slice.data));
    }
    return joined(slices);
  } finally {
    file.closeAsync();
  }
}

function sliceSize() {
  return Office.context.platform === Office.PlatformType?.iOS ? SLICE_ON_IPAD : SLICE;
}

/** @param {Uint8Array[]} slices */
function joined(slices) {
  const whole = new Uint8Array(slices.reduce((length, slice) => length + slice.length, 0));
  let at = 0;
  for (const slice of slices) {
    whole.set(slice, at);
    at += slice.length;
  }
  return whole;
}

/**
 * @template T
 * @param {(done: (result: Office.AsyncResult<T>) => void) => void} call
 * @returns {Promise<T>}
 */
function asked(call) {
  return new Promise((resolve, reject) => {
    call((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else reject(new Problem("office", t("Word chưa đưa được nội dung văn bản."), t("Hãy lưu văn bản rồi thử lại. Nếu còn lỗi, gửi dòng này cho người quản trị hệ thống: {0}", `${result.error.code}, ${result.error.message}`)));
    });
  });
}
