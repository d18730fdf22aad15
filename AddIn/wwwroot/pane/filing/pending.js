// @ts-check
// A filing without its receipt: key and bytes stay together here, so that a reload or a lost answer sends the very same again.

/** @typedef {{ key: string, bytes: Uint8Array, hash: string, fields: string }} Pending `fields` is the JSON of the values that were filed */

/** @type {Map<string, Pending>} */
const memory = new Map();

/** @param {import("../target.js").Target} target */
export function pending({ caller, campaign, form, organization, person }) {
  const name = [caller, campaign, form, organization, person ?? ""].join(":");
  return {
    /** @returns {Promise<Pending | null>} what still waits for its receipt, if its bytes are whole */
    async read() {
      const kept = /** @type {Pending | undefined} */ (await run("readonly", (store) => store.get(name))) ?? memory.get(name);
      return kept && (await hashOf(kept.bytes)) === kept.hash ? kept : null;
    },

    /**
     * @param {Uint8Array} bytes
     * @param {string} fields
     * @returns {Promise<Pending>} with a new key
     */
    async begin(bytes, fields) {
      const filing = { key: crypto.randomUUID(), bytes, hash: await hashOf(bytes), fields };
      memory.set(name, filing);
      await run("readwrite", (store) => store.put(filing, name));
      return filing;
    },

    async end() {
      memory.delete(name);
      await run("readwrite", (store) => store.delete(name));
    },
  };
}

/** @param {Uint8Array} bytes */
async function hashOf(bytes) {
  const hash = await crypto.subtle.digest("SHA-256", /** @type {BufferSource} */ (bytes));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * One request to the store; undefined where this browser has none (private windows), then memory alone serves.
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest} ask
 * @returns {Promise<unknown>}
 */
async function run(mode, ask) {
  try {
    const database = await opened();
    try {
      const transaction = database.transaction("pending", mode);
      const request = ask(transaction.objectStore("pending"));
      await settled(transaction, "complete");
      return request.result;
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

/** @returns {Promise<IDBDatabase>} */
async function opened() {
  const request = indexedDB.open("hoctap", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("pending");
  await settled(request, "success");
  return request.result;
}

/**
 * @param {IDBRequest | IDBTransaction} work
 * @param {string} success
 * @returns {Promise<void>}
 */
function settled(work, success) {
  return new Promise((resolve, reject) => {
    work.addEventListener(success, () => resolve());
    for (const failure of ["error", "abort"]) work.addEventListener(failure, () => reject(work.error ?? new DOMException(failure)));
  });
}
