// @ts-check
// The documents as they were before something replaced them: in the browser's own database, so that they outlive the pane.

/**
 * @typedef {"layout" | "insert" | "replace" | "undo"} Deed what was about to be done
 */
/**
 * @typedef {object} Kept
 * @property {number} [id]
 * @property {string} target whose document it is
 * @property {string} address where the document is stored; "" for one that is not yet, or not told
 * @property {Deed} what
 * @property {Deed} [of] of an undone deed which one it was
 * @property {string} at an ISO instant
 * @property {string} name
 * @property {Uint8Array} bytes
 * @property {boolean} [fleeting] true when it lasts only as long as the page
 */

const MOST_OF_ONE = 3;
const MOST = 12;

/** What this browser keeps only while the page is open. @type {Map<number, Kept>} */
const memory = new Map();
let lastFleeting = 0;

/**
 * @param {Kept} kept
 * @returns {Promise<number>} its id
 */
export async function keep(kept) {
  const id = await run("readwrite", (store) => store.add(kept));
  if (typeof id !== "number") {
    memory.set(--lastFleeting, { ...kept, id: lastFleeting, fleeting: true });
    return lastFleeting;
  }
  const own = await idsOf(kept.target);
  const all = /** @type {number[]} */ (await run("readonly", (store) => store.getAllKeys())) ?? [];
  for (const old of new Set([...own.slice(0, -MOST_OF_ONE), ...all.slice(0, -MOST)])) await drop(old);
  return id;
}

/**
 * The latest that was kept of a document.
 * @param {string} target
 * @param {string} address
 * @returns {Promise<Kept | null>}
 */
export async function last(target, address) {
  const fleeting = [...memory.values()].filter((kept) => kept.target === target);
  const kept = /** @type {Kept[]} */ (await run("readonly", (store) => store.index("target").getAll(target))) ?? [];
  // A document that was saved for the first time meanwhile has an address only now.
  return [...kept, ...fleeting].filter((each) => !each.address || !address || each.address === address).at(-1) ?? null;
}

/** @param {number} id */
export async function drop(id) {
  memory.delete(id);
  await run("readwrite", (store) => store.delete(id));
}

/** @param {string} target */
export async function dropAll(target) {
  for (const [id, kept] of memory) if (kept.target === target) memory.delete(id);
  for (const id of await idsOf(target)) await drop(id);
}

/** @param {string} target */
const idsOf = async (target) => /** @type {number[]} */ (await run("readonly", (store) => store.index("target").getAllKeys(target))) ?? [];

/**
 * One request to the store; undefined where this browser has none or no room left.
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest} ask
 * @returns {Promise<unknown>}
 */
async function run(mode, ask) {
  try {
    const database = await opened();
    try {
      const transaction = database.transaction("kept", mode);
      const request = ask(transaction.objectStore("kept"));
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
  const request = indexedDB.open("hoctap-kept", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("kept", { keyPath: "id", autoIncrement: true }).createIndex("target", "target");
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
