// @ts-check
// Nothing may move from under a pointer between press and release, or the click lands on what came there instead.

const SETTLED = 0;

let pressed = false;

/** @type {Set<() => void>} */
const waiting = new Set();

for (const press of ["pointerdown", "mousedown"]) addEventListener(press, () => { pressed = true; }, true);
for (const release of ["pointerup", "pointercancel", "mouseup", "dragend", "keydown"]) addEventListener(release, () => setTimeout(settle, SETTLED), true);

/**
 * Changes what the page shows: at once, or after the click that is under way.
 * @param {() => void} change the same function waits only once
 */
export function whenStill(change) {
  if (pressed) waiting.add(change);
  else change();
}

function settle() {
  pressed = false;
  const changes = [...waiting];
  waiting.clear();
  for (const change of changes) change();
}
