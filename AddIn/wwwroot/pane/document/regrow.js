// @ts-check
import { t } from "../../lib/text.js";
import { filled } from "./documents.js";
import { collect } from "../fields/values.js";

/** @typedef {typeof import("../../office/live.js")} Port */
/** @typedef {{ desk: import("../editor.js").Desk, host: import("../kept/kept.js").KeepingHost, port: Port, again: () => void, settle: () => Promise<void> }} Sides `again` has both sides meet once more */

/**
 * Lets the service make the open document anew from what the pane says, and puts the cursor back into the control that held it. The document as
 * it was can be put back. What somebody types into it while the service works is not written over.
 * @param {Sides} sides
 * @param {string[]} tags
 * @param {string | null} template the organization's own template the document was made with
 * @param {string} words what has been done
 * @param {Map<string, string[]>} [texts] the controls as pane and document were compared; as they are now when it is not told
 * @returns {Promise<import("../../office/host.js").Insertion | "edited">} `edited` when the document changed meanwhile, and stays
 * @throws {import("../../lib/problems.js").Problem}
 */
export async function regrow({ desk, host, port, settle }, tags, template, words, texts) {
  const known = said(texts ?? await port.readControls(tags));
  const file = await filled(desk.data, collect(desk.form), { template: template ? { id: template, version: 0 } : null });
  const place = port.canReplace() ? await port.cursorPlace(tags) : null;
  const before = await host.current();
  if (port.canReplace() && said(await port.readControls(tags)) !== known) return "edited";
  const came = await host.replace(file, "replace", before ?? undefined);
  if (came === "opened") desk.notices.inBar(t("Đã mở văn bản mới trong cửa sổ Word khác. Hãy làm tiếp ở cửa sổ đó."), "warning");
  if (came !== "inserted") return came;
  if (place) await port.selectControl(place.tag, place.index, "End");
  desk.notices.inBar(words, "success", before ? { action: { label: t("Hoàn tác"), act: () => void host.replace({ bytes: before, name: file.name }).then(settle) } } : {});
  return came;
}

/** @param {Map<string, string[]>} texts */
const said = (texts) => JSON.stringify([...texts]);
