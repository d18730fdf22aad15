// @ts-check

const SETTLED = 1_500;
const LONGEST_WAIT = 10_000;

/** Resolves when the person's own things have come and the page has nothing better to do. @returns {Promise<void>} */
export async function calm() {
  if (document.readyState !== "complete") await new Promise((resolve) => { addEventListener("load", resolve, { once: true }); });
  await new Promise((resolve) => { setTimeout(resolve, SETTLED); });
  await new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(resolve, { timeout: LONGEST_WAIT });
    else setTimeout(resolve, 0);
  });
}
