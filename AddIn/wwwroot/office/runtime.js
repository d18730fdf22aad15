// @ts-check
// Whether the page runs inside Office, and Microsoft's own library when it does. A plain browser never asks the network for it.

const LIBRARY = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const PATIENCE = 15_000;

/** @type {Promise<boolean> | undefined} */
let starting;

/**
 * Waits until it is clear where the page runs.
 * @returns {Promise<boolean>} true inside Word with a working library
 */
export function inWord() {
  starting ??= start();
  return starting;
}

/** @returns {string} the partition of a browser in which this frame keeps its data; "" outside Office */
export function partitionKey() {
  return globalThis.Office?.context?.partitionKey ?? "";
}

async function start() {
  if (!looksLikeOffice()) return false;
  if (!globalThis.Office && !(await fetchLibrary())) return false;
  const info = await Promise.race([Office.onReady(), wait(PATIENCE)]);
  return info?.host === Office.HostType.Word;
}

function looksLikeOffice() {
  return Boolean(globalThis.Office)
    || location.search.includes("_host_Info")
    || kept("hostInfoValue")
    || "GetContext" in (window.external ?? {})
    || window.parent !== window;
}

/** @param {string} name */
function kept(name) {
  try {
    return sessionStorage.getItem(name) !== null;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

/** @returns {Promise<boolean>} false when the library cannot be had */
async function fetchLibrary() {
  // The library takes these two away from the page.
  const { pushState, replaceState } = history;
  const script = document.createElement("script");
  script.src = LIBRARY;
  const loaded = new Promise((resolve) => {
    script.addEventListener("load", () => resolve(true), { once: true });
    script.addEventListener("error", () => resolve(false), { once: true });
  });
  document.head.append(script);
  const came = await Promise.race([loaded, wait(PATIENCE)]);
  Object.assign(history, { pushState, replaceState });
  return came === true && Boolean(globalThis.Office);
}

/** @param {number} milliseconds @returns {Promise<null>} */
const wait = (milliseconds) => new Promise((resolve) => { setTimeout(() => resolve(null), milliseconds); });
