// @ts-check

/** The release this page's modules belong to, as in their addresses; "" where they are served without one. */
export const RELEASE = /^\/r\/([^/]+)\//.exec(new URL(import.meta.url).pathname)?.[1] ?? "";
