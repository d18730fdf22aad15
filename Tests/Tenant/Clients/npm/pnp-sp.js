// @ts-check
import { BearerToken } from "@pnp/queryable";
import { spfi, SPBrowser } from "@pnp/sp";
import "@pnp/sp/batching.js";
import "@pnp/sp/fields/index.js";
import "@pnp/sp/files/index.js";
import "@pnp/sp/folders/index.js";
import "@pnp/sp/items/index.js";
import "@pnp/sp/lists/index.js";
import "@pnp/sp/security/index.js";
import "@pnp/sp/site-users/index.js";
import "@pnp/sp/views/index.js";
import "@pnp/sp/webs/index.js";
import { given, play, refusal, run } from "./steps.js";

const sp = spfi(new URL(given.sitePath, given.base).href).using(SPBrowser(), BearerToken(given.token));
const list = () => sp.web.lists.getByTitle("Kế hoạch");
const state = { item: 0, tag: "", view: "" };

await run({
  async site() {
    const web = await sp.web.select("Title", "ServerRelativeUrl")();
    return web.ServerRelativeUrl;
  },
  async list() {
    const made = await sp.web.lists.add("Kế hoạch", "Các bản kế hoạch", 100);
    const read = await sp.web.lists.getById(made.Id).select("Title", "Description", "ItemCount")();
    return [read.Title, read.Description, read.ItemCount];
  },
  async fields() {
    await list().fields.createFieldAsXml("<Field Type='Text' Name='Code' StaticName='Code' DisplayName='Code' Indexed='TRUE' />");
    await list().fields.addNumber("Size");
    await list().fields.getByInternalNameOrTitle("Size").update({ Title: "Cỡ" });
    const size = await list().fields.getByInternalNameOrTitle("Size").select("Title", "InternalName", "TypeAsString")();
    return [size.Title, size.InternalName, size.TypeAsString];
  },
  async items() {
    for (let number = 1; number <= 25; number++) {
      state.item = (await list().items.add({ Title: `Mục ${number}`, Code: `C${number % 5}`, Size: number })).Id;
    }
    const item = await list().items.getById(state.item).select("Title", "Size")();
    state.tag = item["odata.etag"];
    return [item.Title, item.Size];
  },
  async paging() {
    /** @type {number[]} */
    const sizes = [];
    let pages = 0;
    for await (const page of list().items.select("Size").top(10)) {
      pages++;
      sizes.push(...page.map((/** @type {any} */ item) => item.Size));
    }
    return [pages, sizes.length, new Set(sizes).size];
  },
  async filter() {
    const found = await list().items.select("Size").filter("Code eq 'C3'").orderBy("Id", false)();
    return found.map((/** @type {any} */ item) => item.Size);
  },
  async change() {
    const changed = await list().items.getById(state.item).update({ Title: "Đã sửa" }, state.tag);
    const late = await refusal(() => list().items.getById(state.item).update({ Title: "Muộn" }, state.tag));
    return [changed.etag !== state.tag, late];
  },
  async view() {
    const view = await list().views.add("Theo cỡ", false, { RowLimit: 10, ViewQuery: "<OrderBy><FieldRef Name='Size' Ascending='FALSE' /></OrderBy>" });
    state.view = view.Id;
    await list().views.getById(view.Id).fields.add("Size");
    await list().views.getById(view.Id).update({ Title: "Lớn trước" });
    const read = await list().views.getByTitle("Lớn trước").select("Title", "RowLimit", "ViewQuery")();
    const fields = await list().views.getById(view.Id).fields();
    return [read.Title, read.RowLimit, /** @type {any} */ (fields).Items.includes("Size")];
  },
  async rows() {
    const rows = await list().renderListDataAsStream({ ViewXml: "<View><ViewFields><FieldRef Name='Title' /><FieldRef Name='Size' /></ViewFields><Query><Where><Eq><FieldRef Name='Code' /><Value Type='Text'>C3</Value></Eq></Where></Query><RowLimit>30</RowLimit></View>" });
    return rows.Row.length;
  },
  async removeView() {
    const before = (await list().views()).length;
    await list().views.getById(state.view).delete();
    return before - (await list().views()).length;
  },
  async batch() {
    const [batched, execute] = sp.batched();
    const inBatch = batched.web.lists.getByTitle("Kế hoạch");
    /** @type {number[]} */
    const ids = [];
    const keep = (/** @type {any} */ item) => ids.push(item.Id);
    const calls = [
      inBatch.items.add({ Title: "Trong lô 1" }).then(keep),
      inBatch.items.add({ Title: "Trong lô 2" }).then(keep),
      inBatch.items.getById(state.item).select("Id")().then(keep),
    ];
    await execute();
    await Promise.all(calls);
    return new Set(ids).size;
  },
  async rights() {
    await list().breakRoleInheritance(false, true);
    const broken = await list().select("HasUniqueRoleAssignments")();
    await list().resetRoleInheritance();
    const reset = await list().select("HasUniqueRoleAssignments")();
    return [broken.HasUniqueRoleAssignments, reset.HasUniqueRoleAssignments];
  },
  async user() {
    const user = await sp.web.ensureUser("an@lamkieu.example");
    return [user.Id > 0, user.LoginName];
  },
  async throttle() {
    await play({ action: "throttle", status: 429, retryAfter: 1, method: "GET", path: "/_api/web/**" });
    return (await list().items.getById(state.item).select("Id")()).Id === state.item;
  },
  async taken() {
    return refusal(() => sp.web.lists.add("Kế hoạch"));
  },
  async remove() {
    await list().items.getById(state.item).delete();
    return refusal(() => list().items.getById(state.item)());
  },
});
