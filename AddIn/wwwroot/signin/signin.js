// @ts-check
import { api, query } from "../lib/api.js";
import { copyOf, maybe, one, pause } from "../lib/dom.js";
import { fragment, load } from "../lib/fragments.js";
import { reported } from "../lib/report.js";
import { begin, returnPath, session } from "../lib/session.js";
import { inWord } from "../office/runtime.js";

const TYPING_PAUSE = 200;

const root = one(document, "[data-sign-in]");
const search = /** @type {HTMLFormElement | null} */ (root.querySelector("[data-people-search]"));

root.addEventListener("click", (event) => {
  const button = /** @type {Element} */ (event.target).closest("[data-person]");
  if (button instanceof HTMLButtonElement) void reported(() => signInAs(button));
});

greet();

if (search) {
  const look = pause(() => void reported(() => find(search)), TYPING_PAUSE);
  search.addEventListener("input", look);
  search.addEventListener("submit", (event) => {
    event.preventDefault();
    void reported(() => find(search));
  });
}

// A page outside Word may know somebody by a cookie while the token that writes need is gone: then only signing in again leads on.
function greet() {
  one(root, "[data-ended]").hidden = !new URLSearchParams(location.search).has("ended");
  const known = maybe(root, "[data-known]");
  if (!known) return;
  one(known, "[data-go-on]").hidden = session() === null;
  one(known, "[data-sign-in-again]").hidden = session() !== null;
}

/** @param {HTMLButtonElement} button */
async function signInAs(button) {
  const { person = "", name = "" } = button.dataset;
  button.disabled = true;
  try {
    await inWord();
    const granted = await (await api("/api/session", { method: "POST", json: { person } })).json();
    begin({ accessToken: granted.accessToken, expiresAt: granted.expiresAt, fullName: name, person });
  } finally {
    button.disabled = false;
  }
  const path = returnPath(location.href);
  if (path) location.assign(path);
  else await welcome(name);
}

/** @param {string} name */
async function welcome(name) {
  const card = copyOf(root, "[data-welcome-template]");
  one(card, "[data-name]").textContent = name;
  const place = one(root, "[data-welcome]");
  place.hidden = false;
  place.replaceChildren(card);
  one(card, "h2").focus();
  // Which pages there are depends on the roles, and only the service knows them.
  maybe(root, "[data-known]")?.remove();
  const pages = maybe(await fragment("/"), "[data-go-on]");
  if (pages) one(card, "ul").replaceWith(pages);
}

/** @param {HTMLFormElement} form */
async function find(form) {
  const q = String(new FormData(form).get("q") ?? "").trim();
  const place = one(root, "[data-people]");
  if (q === "") place.replaceChildren();
  else await load(place, `/people${query({ q })}`);
}
