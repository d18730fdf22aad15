// @ts-check
import { graphfi, GraphBrowser } from "@pnp/graph";
import "@pnp/graph/batching.js";
import "@pnp/graph/columns/index.js";
import "@pnp/graph/files/index.js";
import "@pnp/graph/list-item/index.js";
import "@pnp/graph/lists/index.js";
import "@pnp/graph/sites/index.js";
import { BearerToken } from "@pnp/queryable";
import { given, play, refusal, run } from "./steps.js";

const graph = graphfi().using(GraphBrowser({ baseUrl: `${given.base}v1.0` }), BearerToken(given.token));
/** @type {{ site: any, list: any, drive: any, item: string }} */
const state = { site: null, list: null, drive: null, item: "" };

await run({
  async site() {
    state.site = await graph.sites.getByUrl(given.siteHost, given.sitePath);
    return (await state.site()).webUrl;
  },
  async list() {
    const made = await state.site.lists.add({
      displayName: "Kế hoạch",
      columns: [{ name: "Code", text: {}, indexed: true }, { name: "Size", number: {} }],
      list: { template: "genericList" },
    });
    state.list = state.site.lists.getById(made.id);
    return [(await state.list()).displayName, (await state.list.columns()).map((/** @type {any} */ column) => column.name).includes("Code")];
  },
  async items() {
    for (let number = 1; number <= 25; number++) {
      state.item = (await state.list.items.add({ fields: { Title: `Mục ${number}`, Code: `C${number % 5}`, Size: number } })).id;
    }
    const item = await state.list.items.getById(state.item).expand("fields($select=Title,Size)")();
    return [item.fields.Title, item.fields.Size];
  },
  async paging() {
    /** @type {number[]} */
    const sizes = [];
    let pages = 0;
    for await (const page of state.list.items.expand("fields($select=Size)").top(10)) {
      pages++;
      sizes.push(...page.map((/** @type {any} */ item) => item.fields.Size));
    }
    return [pages, sizes.length, new Set(sizes).size];
  },
  async filter() {
    const found = await state.list.items.expand("fields").filter("fields/Code eq 'C3'")();
    return found.map((/** @type {any} */ item) => item.fields.Size);
  },
  async change() {
    const changed = await state.list.items.getById(state.item).update({ fields: { Title: "Đã sửa" } });
    const versions = await state.list.items.getById(state.item).versions();
    return [changed.id === state.item, versions.length];
  },
  async batch() {
    const [batched, execute] = graph.batched();
    const list = batched.sites.getById((await state.site()).id).lists.getById((await state.list()).id);
    /** @type {string[]} */
    const ids = [];
    const keep = (/** @type {any} */ item) => ids.push(item.id);
    const calls = [
      list.items.add({ fields: { Title: "Trong lô 1" } }).then(keep),
      list.items.add({ fields: { Title: "Trong lô 2" } }).then(keep),
      list.items.getById(state.item)().then(keep),
    ];
    await execute();
    await Promise.all(calls);
    return new Set(ids).size;
  },
  async throttle() {
    await play({ action: "throttle", status: 429, retryAfter: 1, method: "GET", path: "/sites/*/lists/*/items/*" });
    return (await state.list.items.getById(state.item)()).id === state.item;
  },
  async file() {
    const library = await state.site.lists.add({ displayName: "Hồ sơ", list: { template: "documentLibrary" } });
    state.drive = await state.site.lists.getById(library.id).drive();
    const drive = state.site.drives.getById(state.drive.id);
    const file = await drive.root.upload({ content: "Nội dung có dấu", filePathName: "kế hoạch.txt", contentType: "text/plain" });
    const content = await drive.getItemById(file.id).getContent();
    return [file.name, await content.text()];
  },
  async folder() {
    const drive = state.site.drives.getById(state.drive.id);
    await drive.root.children.addFolder({ name: "Tổ 1" });
    const names = (await drive.root.children()).map((/** @type {any} */ child) => child.name);
    await drive.getItemByPath("Tổ 1").delete();
    return [names, (await drive.root.children()).length];
  },
  async delta() {
    const drive = state.site.drives.getById(state.drive.id);
    const first = await drive.root.delta()();
    await drive.getItemByPath("kế hoạch.txt").delete();
    const later = await first.delta();
    return [first.values.length > 0, later.values.length];
  },
  async remove() {
    await state.list.items.getById(state.item).delete();
    return refusal(() => state.list.items.getById(state.item)());
  },
});
