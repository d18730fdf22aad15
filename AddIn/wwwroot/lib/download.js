// @ts-check

/**
 * The name the service gave a file, from Content-Disposition.
 * @param {Response} response
 * @returns {string}
 */
export function fileNameOf(response) {
  const header = response.headers.get("content-disposition") ?? "";
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(header)?.[1] ?? "van-ban.docx";
}

/**
 * Hands a file to the browser to keep.
 * @param {Uint8Array} bytes
 * @param {string} name
 * @param {string} type
 */
export function save(bytes, name, type) {
  const address = URL.createObjectURL(new Blob([/** @type {BlobPart} */ (bytes)], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the blob after the click; a minute is ample even on slow machines.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
