// @ts-check
// The service worker: keeps one whole release of the pane's page, modules, styles and texts, so that the pane opens without a network.
// Nothing personal is kept here; forms and duties are the page's to keep, by person (lib/kept.js).
// The service writes `self.SHELL` before this code; classic script, because not every browser takes a module here.

(() => {
  const worker = /** @type {any} */ (self);
  /** @type {{ release: string, files: string[] }} */
  const { release, files } = worker.SHELL;
  const RELEASES = "hoctap-release:";
  const OWN = RELEASES + release;
  const PATIENCE = 4_000;
  const PAGES = ["/", "/pane"];
  const LANGUAGES = ["vi", "en"];

  worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(install()));
  worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(activate()));
  worker.addEventListener("fetch", (/** @type {any} */ event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== "GET" || origin !== location.origin) return;
    if (pathname.startsWith("/r/")) event.respondWith(file(request));
    else if (request.mode === "navigate" && PAGES.includes(pathname)) event.respondWith(page(event));
  });

  // All or nothing: a release of which a part is missing is never used.
  async function install() {
    const cache = await caches.open(OWN);
    await cache.addAll(files);
    await Promise.all(PAGES.flatMap((path) => LANGUAGES.map(async (language) => cache.put(nameOf(path, language), await anonymous(path, language)))));
    await worker.skipWaiting();
  }

  /** A page as it is for nobody in particular; its modules find out who is signed in. @param {string} path @param {string} language */
  async function anonymous(path, language) {
    const response = await fetch(`${path}?_host_Info=none`, { credentials: "omit", cache: "no-store", headers: { "accept": "text/html", "x-language": language } });
    if (!response.ok || response.redirected || response.headers.get("x-release") !== release) throw new Error(`${path}: ${response.status}`);
    return response;
  }

  // Windows of the release before may still need its modules; those of older ones are long closed.
  async function activate() {
    const names = await caches.keys();
    const kept = names.filter((name) => name.startsWith(RELEASES)).slice(-2).map((name) => name.slice(RELEASES.length));
    const old = names.filter((name) => /^hoctap-(release|person):/.test(name) && !kept.includes(name.split(":")[1] ?? ""));
    await Promise.all(old.map((name) => caches.delete(name)));
    await worker.registration.navigationPreload?.enable();
    await worker.clients.claim();
  }

  // The address names the release: what is there never changes.
  /** @param {Request} request */
  async function file(request) {
    return (await caches.match(request.url, { ignoreVary: true })) ?? fetch(request);
  }

  /** @param {any} event */
  async function page(event) {
    const { pathname, searchParams } = new URL(event.request.url);
    const fresh = answered(event);
    const response = await Promise.race([fresh, new Promise((resolve) => { setTimeout(() => resolve(null), PATIENCE); })]);
    if (response && (response.status < 500 || pathname !== "/pane")) return response;
    return (await kept(pathname, searchParams.get("lang"))) ?? response ?? (await fresh) ?? Response.error();
  }

  /** @param {any} event @returns {Promise<Response | null>} null when no answer came */
  async function answered(event) {
    try {
      return (await event.preloadResponse) ?? (await fetch(event.request));
    } catch (error) {
      if (error instanceof TypeError || error instanceof DOMException) return null;
      throw error;
    }
  }

  /** @param {string} path @param {string | null} asked the language the address asks for */
  async function kept(path, asked) {
    const cache = await caches.open(OWN);
    const last = await (await caches.match("/language-of-the-pane"))?.text();
    return cache.match(nameOf(path, LANGUAGES.find((language) => language === (asked ?? last)) ?? "vi"));
  }

  /** @param {string} path @param {string} language */
  const nameOf = (path, language) => `/kept-page${path}?lang=${language}`;
})();
