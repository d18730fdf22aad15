// @ts-check
// One record per target in IndexedDB. Reading and writing back is one transaction, so that two windows never undo each other's work.

/** Where this browser keeps nothing (private windows): then memory alone serves. @type {Map<string, unknown>} */
const memory = new Map();

let keeps = true;

/** @returns {boolean} false when what is kept here goes with the page */
export const survives = () => keeps;

/** @param {string} name @returns {Promise<unknown>} */
export async function look(name) {
  return await run("readonly", (store) => store.get(name), () => memory.get(name));
}

/** @returns {Promise<unknown[]>} */
export async function everything() {
  return /** @type {unknown[]} */ (await run("readonly", (store) => store.getAll(), () => [...memory.values()]));
}

/**
 * @param {string} name
 * @param {(before: any) => unknown} made what is to be kept instead; undefined for nothing
 * @returns {Promise<unknown>} what is kept now
 */
export async function change(name, made) {
  /** @type {unknown} */
  let after;
  await run("readwrite", (store) => {
    const request = store.get(name);
    request.addEventListener("success", () => {
      after = made(request.result);
      if (after === undefined) store.delete(name);
      else if (after !== request.result) store.put(after, name);
    });
    return request;
  }, () => {
    after = made(memory.get(name));
    if (after === undefined) memory.delete(name);
    else memory.set(name, after);
    return after;
  });
  return after;
}

/**
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest} ask
 * @param {() => unknown} instead
 */
async function run(mode, ask, instead) {
  if (!keeps) return instead();
  try {
    const database = await opened();
    try {
      // Strict: on the disk, before anybody is told that it is kept.
      const transaction = database.transaction("pending", mode, { durability: "strict" });
      const request = ask(transaction.objectStore("pending"));
      await settled(transaction, "complete");
      return request.result;
    } finally {
      database.close();
    }
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    keeps = false;
    return instead();
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
