// @ts-check
import { t } from "../../lib/text.js";
import { filled } from "./documents.js";
import { collect } from "../fields/values.js";

/** @typedef {import("../editor.js").Desk} Desk */
/** @typedef {import("../../office/host.js").Host} Host */
/** @typedef {typeof import("../../office/live.js")} Port */

/**
 * Lets the service make the open document anew from what the pane says, and puts the cursor back into the control that held it. The document as
 * it was can be put back.
 * @param {{ desk: Desk, host: Host, port: Port }} with
 * @param {string[]} tags
 * @param {string | null} template the organization's own template the document was made with
 * @param {string} words what has been done
 * @param {() => Promise<void>} again looks at the document once more
 * @returns {Promise<import("../../office/host.js").Insertion>}
 * @throws {import("../../lib/problems.js").Problem}
 */
export async function regrow({ desk, host, port }, tags, template, words, again) {
  const before = await host.current();
  const file = await filled(desk.data, collect(desk.form), { template: template ? { id: template, version: 0 } : null });
  const place = port.canReplace() ? await port.cursorPlace(tags) : null;
  const came = await host.replace(file);
  if (came === "opened") desk.notices.inBar(t("Đã mở văn bản mới trong cửa sổ Word khác. Hãy làm tiếp ở cửa sổ đó."), "warning");
  if (came !== "inserted") return came;
  if (place) await port.selectControl(place.tag, place.index, "End");
  desk.notices.inBar(words, "success", before ? { action: { label: t("Hoàn tác"), act: () => void host.replace({ bytes: before, name: file.name }).then(again) } } : {});
  return came;
}
