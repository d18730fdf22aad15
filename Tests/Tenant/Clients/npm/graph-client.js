// @ts-check
// Microsoft's own JavaScript client, with the options it documents for another host than graph.microsoft.com.
import * as graph from "@microsoft/microsoft-graph-client";
import { given, play, refusal, run } from "./steps.js";

const { BatchRequestContent, BatchResponseContent, Client, LargeFileUploadTask, PageIterator, ResponseType } = graph;
const client = Client.init({
  baseUrl: given.base,
  customHosts: new Set([new URL(given.base).hostname]),
  authProvider: (done) => done(null, given.token),
});
const state = { site: "", list: "", drive: "", tag: "", item: "", file: "", delta: "" };
const items = () => `/sites/${state.site}/lists/${state.list}/items`;

await run({
  async site() {
    const site = await client.api(`/sites/${given.siteHost}:${given.sitePath}`).get();
    state.site = site.id;
    return site.webUrl;
  },
  async list() {
    const list = await client.api(`/sites/${state.site}/lists`).post({
      displayName: "Kế hoạch",
      columns: [{ name: "Code", text: {}, indexed: true }, { name: "Size", number: {} }],
      list: { template: "genericList" },
    });
    state.list = list.id;
    const columns = await client.api(`/sites/${state.site}/lists/${state.list}/columns`).select(["name", "indexed"]).get();
    return columns.value.filter((/** @type {any} */ column) => ["Code", "Size"].includes(column.name)).map((/** @type {any} */ column) => `${column.name}:${column.indexed}`);
  },
  async items() {
    for (let number = 1; number <= 25; number++) {
      const item = await client.api(items()).post({ fields: { Title: `Mục ${number}`, Code: `C${number % 5}`, Size: number } });
      state.item = item.id;
    }
    const item = await client.api(`${items()}/${state.item}`).expand("fields($select=Title,Size)").get();
    state.tag = item["@odata.etag"];
    return [item.fields.Title, item.fields.Size];
  },
  async paging() {
    const first = await client.api(items()).expand("fields($select=Size)").top(10).get();
    /** @type {number[]} */
    const sizes = [];
    await new PageIterator(client, first, (item) => sizes.push(item.fields.Size) > 0).iterate();
    return sizes;
  },
  async filter() {
    const found = await client.api(items()).filter("fields/Code eq 'C3'").expand("fields").get();
    return found.value.map((/** @type {any} */ item) => item.fields.Size);
  },
  async refusedFilter() {
    return refusal(() => client.api(items()).filter("fields/Size eq 3").get());
  },
  async preferredFilter() {
    const found = await client.api(items()).header("Prefer", "HonorNonIndexedQueriesWarningMayFailRandomly").filter("fields/Size eq 3").get();
    return found.value.length;
  },
  async change() {
    const changed = await client.api(`${items()}/${state.item}/fields`).header("If-Match", state.tag).patch({ Title: "Đã sửa" });
    return [changed.Title, await refusal(() => client.api(`${items()}/${state.item}/fields`).header("If-Match", state.tag).patch({ Title: "Muộn" }))];
  },
  async batch() {
    const step = (/** @type {string} */ method, /** @type {string} */ path, /** @type {object=} */ body) => new Request(new URL(path, given.base), { // without the version: of an absolute address only the path gets into the batch
      method, headers: { "Content-Type": "application/json" }, body: body && JSON.stringify(body),
    });
    const content = new BatchRequestContent([
      { id: "1", request: step("POST", items(), { fields: { Title: "Trong lô", Size: 99 } }) },
      { id: "2", request: step("GET", `${items()}/${state.item}`), dependsOn: ["1"] },
      { id: "3", request: step("GET", `${items()}/999999`), dependsOn: ["2"] },
    ]);
    const answers = new BatchResponseContent(await client.api("/$batch").post(await content.getContent()));
    return ["1", "2", "3"].map((id) => answers.getResponseById(id).status);
  },
  async throttle() {
    await play({ action: "throttle", status: 429, retryAfter: 1, method: "GET", path: "/sites/*/lists/*/items/*" });
    const item = await client.api(`${items()}/${state.item}`).get();
    return item.id === state.item;
  },
  async file() {
    const library = await client.api(`/sites/${state.site}/lists`).post({ displayName: "Hồ sơ", list: { template: "documentLibrary" } });
    const drive = await client.api(`/sites/${state.site}/lists/${library.id}/drive`).get();
    state.drive = drive.id;
    const file = await client.api(`/drives/${drive.id}/root:/${encodeURIComponent("Tổ 1")}/${encodeURIComponent("kế hoạch.txt")}:/content`).put("Nội dung có dấu");
    state.file = file.id;
    const bytes = await client.api(`/drives/${drive.id}/items/${file.id}/content`).responseType(ResponseType.ARRAYBUFFER).get();
    return [file.name, new TextDecoder().decode(bytes)];
  },
  async largeFile() {
    const bytes = new Uint8Array(1_000_000).map((_, at) => at % 251);
    const session = await LargeFileUploadTask.createUploadSession(client, `/drives/${state.drive}/root:/lon.bin:/createUploadSession`, { item: { "@microsoft.graph.conflictBehavior": "replace" } });
    const upload = new LargeFileUploadTask(client, new graph.FileUpload(bytes, "lon.bin", bytes.length), session, { rangeSize: 327_680 });
    const done = await upload.upload();
    const file = /** @type {any} */ (done.responseBody);
    const back = new Uint8Array(await client.api(`/drives/${state.drive}/items/${file.id}/content`).responseType(ResponseType.ARRAYBUFFER).get());
    return [file.size, back.every((byte, at) => byte === at % 251)];
  },
  async children() {
    const children = await client.api(`/drives/${state.drive}/root/children`).get();
    return children.value.map((/** @type {any} */ child) => child.name);
  },
  async delta() {
    /** @type {any} */
    let page = await client.api(`${items()}/delta`).get();
    const all = page.value.length;
    while (page["@odata.nextLink"]) {
      page = await client.api(page["@odata.nextLink"]).get();
    }
    await client.api(`${items()}/${state.item}`).delete();
    const later = await client.api(page["@odata.deltaLink"]).get();
    return [all, later.value.map((/** @type {any} */ item) => item.deleted?.state ?? null)];
  },
  async foreignSite() {
    return refusal(() => client.api("/sites/contoso.sharepoint.com:/sites/a").get());
  },
});
