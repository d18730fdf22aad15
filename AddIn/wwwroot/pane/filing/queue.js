// @ts-check
// What was asked for without a network goes out by itself once there is one: in whichever window is open, in the name of whoever asked for it.
import { Problem } from "../../lib/problems.js";
import { owner, renewable, session } from "../../lib/session.js";
import { forgetFragment } from "../../lib/kept.js";
import { drafts } from "../drafts/local.js";
import { targetQuery } from "../target.js";
import { nameOf, pending, pendingOf } from "./pending.js";
import { alone, mayStillArrive, refusalOf, send } from "./sending.js";

/** @typedef {import("./pending.js").Pending} Pending */
/** @typedef {{ waiting: Pending, receipt?: import("../document/documents.js").Filing, problem?: import("./pending.js").Refusal }} News `receipt` when it was received, `problem` when it was refused, neither when it began or ceased to wait */

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;
const NEWS = "filing-news";

/** @type {BroadcastChannel | null} */
const windows = globalThis.BroadcastChannel ? new BroadcastChannel("hoctap-filings") : null;
windows?.addEventListener("message", ({ data }) => { if (data.owner === owner()) hear(data.news); });

/** The keys of what has its receipt. @type {Set<string>} */
const done = new Set();

let running = false;
let wait = FIRST_PAUSE;
/** @type {number | undefined} */
let timer;

/** Sends what waits, now and whenever there is hope. */
export function keepSending() {
  for (const hope of ["online", "focus"]) addEventListener(hope, () => soon());
  document.addEventListener("visibilitychange", () => { if (!document.hidden) soon(); });
  soon();
}

/** @param {(news: News) => void} act called for what happens to filings that wait, in this window or another @param {AbortSignal} [until] */
export function onNews(act, until) {
  addEventListener(NEWS, (event) => act(/** @type {CustomEvent<News>} */ (event).detail), { signal: until });
}

/** Something waits now: everybody should know, and somebody should try. @param {Pending} waiting */
export function waits(waiting) {
  tell({ waiting });
  later();
}

/** Sends at once. */
export function soon() {
  wait = FIRST_PAUSE;
  void drain();
}

/** Takes a filing back that waits; what is under way comes to its end first. @param {Pending} waiting */
export async function takeBack(waiting) {
  const kept = pending(waiting.target);
  const receipt = await alone(nameOf(waiting.target), async () => {
    const now = await kept.byKey(waiting.key);
    if (!now?.receipt) await kept.end(waiting.key);
    return now?.receipt;
  });
  if (!receipt) tell({ waiting });
}

/** Tells everybody that a filing has its receipt, and drops what only served until then. @param {Pending} waiting @param {import("../document/documents.js").Filing} receipt */
export async function received(waiting, receipt) {
  const { target, fields } = waiting;
  const draft = drafts(target);
  const kept = draft.read();
  if (kept && JSON.stringify(kept.fields) === fields) draft.discard();
  await forgetFragment(`/pane/forms/${encodeURIComponent(target.form)}${targetQuery(target)}`);
  tell({ waiting, receipt });
}

async function drain() {
  clearTimeout(timer);
  if (running || !(session() || renewable())) return;
  running = true;
  try {
    let open = false;
    for (const waiting of await pendingOf(owner())) if (!waiting.refused) open = await isOpen(waiting) || open;
    if (open) later();
  } finally {
    running = false;
  }
}

/** @param {Pending} waiting @returns {Promise<boolean>} true when it has to be tried again */
async function isOpen(waiting) {
  try {
    const receipt = await send(waiting, { quiet: true });
    if (receipt) await received(waiting, receipt);
    return false;
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    if (mayStillArrive(problem)) return true;
    tell({ waiting, problem: refusalOf(problem) });
    return false;
  }
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(() => void drain(), wait);
  wait = Math.min(wait * 2, LONGEST_PAUSE);
}

/** @param {News} news */
function tell(news) {
  hear(news);
  const { waiting, receipt, problem } = news;
  windows?.postMessage({ owner: owner(), news: { waiting: { ...waiting, bytes: null }, receipt, problem } });
}

/** @param {News} news each receipt once, though several windows may have been given it */
function hear(news) {
  if (news.receipt && done.has(news.waiting.key)) return;
  if (news.receipt) done.add(news.waiting.key);
  dispatchEvent(new CustomEvent(NEWS, { detail: news }));
}

/** @param {News} news @param {import("../target.js").Target} target @returns {boolean} */
export const isAbout = ({ waiting }, target) => nameOf(waiting.target) === nameOf(target);
