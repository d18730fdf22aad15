// @ts-check

/**
 * Where the open document is stored, so that what was kept of one is not put into another. Common API, every host.
 * @returns {string} "" outside Office and for a document that was never saved
 */
export const documentAddress = () => globalThis.Office?.context?.document?.url ?? "";
