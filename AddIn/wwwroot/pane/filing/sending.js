// @ts-check
// The one way in which a kept filing goes to the service, from whichever window and whenever.
import { api } from "../../lib/api.js";
import { one } from "../../lib/dom.js";
import { Problem } from "../../lib/problems.js";
import { t } from "../../lib/text.js";
import { filed, filing, filled, reading } from "../document/documents.js";
import { targetQuery } from "../target.js";
import { nameOf, pending } from "./pending.js";

/** @typedef {import("./pending.js").Pending} Pending */
/** @typedef {import("../document/documents.js").Filing} Receipt */

/**
 * Sends a filing; one window at a time. Key and bytes are the same at each try, so it is stored once, however often it is sent.
 * @param {Pending} waiting
 * @param {{ quiet: boolean }} how quiet when nobody waits for it: then nothing newer is replaced unasked, and a refusal is kept with its words
 * @returns {Promise<Receipt | null>} null when it waits no more
 * @throws {Problem}
 */
export function send({ key, target }, { quiet }) {
  const kept = pending(target);
  return alone(nameOf(target), async () => {
    const now = await kept.byKey(key);
    if (!now || now.receipt) return now?.receipt ?? null;
    try {
      if (quiet && !now.tried) await mindNewer(now);
      const ready = await kept.fix(key, now.checked && now.bytes ? now.bytes : await made(now));
      if (!ready) return null;
      const receipt = await filing(target, /** @type {Uint8Array} */ (ready.bytes), key, quiet);
      await kept.update(key, () => ({ receipt, bytes: null }));
      return receipt;
    } catch (error) {
      if (error instanceof Problem && !mayStillArrive(error)) await refuse(kept, key, error, quiet);
      throw error;
    }
  });
}

/** @param {Problem} problem @returns {boolean} true when the very same may be taken later */
export const mayStillArrive = (problem) => problem.transient || problem.status === 401 || problem.code === "person";

/** @param {ReturnType<typeof pending>} kept @param {string} key @param {Problem} problem @param {boolean} quiet */
async function refuse(kept, key, problem, quiet) {
  if (quiet) await kept.update(key, () => ({ refused: refusalOf(problem) }));
  else await kept.end(key);
}

/** @param {Problem} problem @returns {import("./pending.js").Refusal} its words, as they can be kept */
export const refusalOf = ({ title, detail, told, findings }) => ({ title, detail, told, findings });

/** The document of a filing that was asked for without a network: the one that was open then, if it says the same, else a new one. @param {Pending} waiting */
async function made({ bytes, fields, target }) {
  const values = JSON.parse(fields);
  const before = bytes && await readingIfOurs(bytes);
  if (bytes && before && belongs(before, target) && same(before.fields, values)) return bytes;
  return (await filled(target, values, before ?? undefined, true)).bytes;
}

/** @param {Uint8Array} bytes */
async function readingIfOurs(bytes) {
  try {
    return await reading(bytes, true);
  } catch (error) {
    if (error instanceof Problem && error.code === "422.3") return null;
    throw error;
  }
}

/** @param {import("../document/documents.js").Reading} read @param {import("../target.js").Target} target */
const belongs = (read, target) => ["form", "campaign", "organization", "person"].every((part) => (Reflect.get(read, part) ?? null) === (Reflect.get(target, part) ?? null));

/** @param {import("../../lib/rules.js").Fields} read @param {import("../../lib/rules.js").Fields} values */
const same = (read, values) => Object.entries(values).every(([tag, value]) => plain(value) === plain(Reflect.get(read, tag)));

/** What can be seen of a value: rows without their ids, nothing for what is empty. @param {unknown} value @returns {string} */
function plain(value) {
  if (Array.isArray(value)) return JSON.stringify(value.map((row) => Object.entries(row).filter(([tag, said]) => tag !== "rowId" && said).sort().map(([tag, said]) => [tag, String(said)])));
  return value === undefined || value === null ? "" : String(value);
}

/** @param {Pending} waiting @throws {Problem} when something was filed since that the person has not seen */
async function mindNewer({ standing, target }) {
  const response = await api(`/pane/forms/${target.form}/current${targetQuery(target)}`, { headers: { accept: "text/html" }, quiet: true });
  const { submission = "", revision = "" } = one(new DOMParser().parseFromString(await response.text(), "text/html"), "[data-current]").dataset;
  if (submission && submission !== standing) {
    throw new Problem("newer", t("Đã có bản số {0}, nộp từ nơi khác sau khi bạn bấm «Nộp».", revision), t("Nội dung của bạn vẫn được giữ. Hãy mở biểu mẫu, xem bản kia rồi nộp lại nếu vẫn cần."));
  }
}

/**
 * Lets one window at a time work on something; without Web Locks all may, which the key makes harmless.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export function alone(name, work) {
  return navigator.locks ? /** @type {Promise<T>} */ (navigator.locks.request(`hoctap-filing:${name}`, work)) : work();
}

/** How it stands with what was filed. @param {Receipt} receipt @returns {Promise<Receipt>} @throws {Problem} when the service can't be asked */
export async function standing(receipt) {
  try {
    return { ...receipt, ...await filed(receipt.id) };
  } catch (error) {
    // A clerk may file for somebody whose own document, just the same, is not theirs to read.
    if (error instanceof Problem && error.status === 404) return { ...receipt, hidden: true };
    throw error;
  }
}
