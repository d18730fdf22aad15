// @ts-check
// Word, as far as the pane uses it, over a real .docx: every operation goes to the test, which edits the package. Objects load and sync as
// Office.js does: what was not loaded and synced throws, writes wait for the next sync, and a member of a requirement set the platform lacks
// is not there. The names and shapes are held to the real ones by TypeScript.

/** @typedef {{ sets: Record<string, string>, platform: string, language: string, readOnly: boolean }} Settings */
/** @typedef {{ id: number, tag: string, type: string, text: string, cannotEdit: boolean }} Found a control as the document shows it */
/** @typedef {(string | number)[]} Place where a range is: `control` and its id, `item` with its section and index, `selection`, `body` */

(() => {
  const page = /** @type {any} */ (globalThis);
  /** @type {Settings} */
  const settings = page.wordSettings;

  /** @param {string} operation @param {...unknown} given @returns {Promise<any>} */
  const ask = async (operation, ...given) => JSON.parse(await page.wordCall(JSON.stringify([operation, ...given])));

  class OfficeError extends Error {
    /** @param {string} code @param {string} [message] */
    constructor(code, message = code) {
      super(message);
      this.code = code;
    }
  }

  /** @param {string} set @param {string} [version] */
  const supports = (set, version = "1.1") => settings.sets[set] !== undefined
    && Number(settings.sets[set].split(".")[1]) >= Number(version.split(".")[1]);

  /** @param {string} set @param {string} version */
  function need(set, version) {
    if (!supports(set, version)) throw new OfficeError("ApiNotFound", `${set} ${version} is not here.`);
  }

  /** What is loaded and taken at a sync. */
  class Loaded {
    /** @type {Record<string, any>} */ #values = {};
    /** @type {Set<string>} */ #wanted = new Set();
    /** @param {Context} owner */
    constructor(owner) { this.owner = owner; }
    get context() { return /** @type {any} */ (this.owner); }
    /** @param {any} names @returns {any} */
    load(names) {
      for (const name of String(names).split(",")) this.#wanted.add(name.trim().replace(/^items\//, ""));
      this.owner.waiting.add(this);
      return this;
    }
    get wanted() { return [...this.#wanted]; }
    /** @param {Record<string, any>} values */
    take(values) { for (const name of this.#wanted) this.#values[name] = values[name]; }
    /** @param {string} name */
    value(name) {
      if (!(name in this.#values)) throw new OfficeError("PropertyNotLoaded", `${name} was not loaded`);
      return this.#values[name];
    }
    /** @returns {Promise<void>} */
    async sync() { throw new OfficeError("GeneralException"); }
  }

  /** Handlers of one event of one object; they die with the page. @implements {Pick<OfficeExtension.EventHandlers<any>, "add" | "remove">} */
  class Handlers {
    /** @param {Context} owner @param {string} event @param {number} id */
    constructor(owner, event, id) {
      this.owner = owner;
      this.event = event;
      this.id = id;
    }
    /** @param {(args: any) => Promise<any>} handler @returns {any} */
    add(handler) {
      const entry = { event: this.event, id: this.id, handler };
      const { owner } = this;
      owner.after(() => handlers.add(entry));
      return { context: owner, remove: () => owner.after(() => handlers.delete(entry)) };
    }
    remove() { throw new OfficeError("InvalidOperation", "Handlers are removed by what add gave."); }
  }

  /** @type {Set<{ event: string, id: number, handler: (args: any) => Promise<any> }>} */
  const handlers = new Set();
  page.wordHandlers = () => handlers.size;
  /** @param {string} event @param {number} id the control's; 0 for the document's own events @param {number[]} ids */
  page.wordEvent = (event, id, ids) => {
    for (const entry of [...handlers]) if (entry.event === event && entry.id === id) void entry.handler({ eventType: event, ids, source: "Local" });
  };

  /** @implements {Pick<Word.Paragraph, "insertText">} */
  class Paragraph {
    /** @param {Context} owner @param {Place} place */
    constructor(owner, place) {
      this.owner = owner;
      this.place = place;
    }
    /** @param {string} text @param {string} where @returns {any} */
    insertText(text, where) { this.owner.later("insertHeading", this.place, text, where); }
  }

  /** @implements {Pick<Word.Range, "select" | "compareLocationWith" | "paragraphs">} */
  class Range {
    /** @param {Context} owner @param {Place} place */
    constructor(owner, place) {
      this.owner = owner;
      this.place = place;
    }
    /** @param {string} [mode] */
    select(mode = "Select") { this.owner.later("select", this.place, mode); }
    /** @param {any} other @returns {any} */
    compareLocationWith(other) {
      need("WordApi", "1.3");
      return this.owner.result("compare", this.place, other.place);
    }
    get paragraphs() { return /** @type {any} */ ({ getFirst: () => new Paragraph(this.owner, this.place) }); }
  }

  /** @implements {Pick<Word.RepeatingSectionItem, "insertItemAfter" | "insertItemBefore" | "delete" | "range">} */
  class Item {
    /** @param {Context} owner @param {number} section @param {number} index */
    constructor(owner, section, index) {
      this.owner = owner;
      this.section = section;
      this.index = index;
    }
    /** @returns {any} */
    insertItemAfter() {
      this.owner.later("insertItem", this.section, this.index, this.index + 1);
      return new Item(this.owner, this.section, this.index + 1);
    }
    /** @returns {any} */
    insertItemBefore() {
      this.owner.later("insertItem", this.section, this.index, this.index);
      return new Item(this.owner, this.section, this.index);
    }
    delete() { this.owner.later("deleteItem", this.section, this.index); }
    get range() { return /** @type {any} */ (new Range(this.owner, ["item", this.section, this.index])); }
  }

  /** @implements {Pick<Word.ContentControl, "id" | "tag" | "text" | "cannotEdit" | "insertText" | "clear" | "select" | "getRange" | "track" | "untrack" | "repeatingSectionContentControl" | "onDataChanged" | "onEntered" | "onExited" | "onDeleted">} */
  class Control {
    #values;
    /** @param {Context} owner @param {Found} found @param {string[]} wanted */
    constructor(owner, found, wanted) {
      this.owner = owner;
      this.found = found;
      this.#values = Object.fromEntries(wanted.map((name) => [name, /** @type {Record<string, any>} */ (found)[name]]));
    }
    /** @param {string} name @returns {any} */
    #read(name) {
      if (!(name in this.#values)) throw new OfficeError("PropertyNotLoaded", `${name} was not loaded`);
      return this.#values[name];
    }
    get context() { return /** @type {any} */ (this.owner); }
    /** @returns {number} */ get id() { return this.#read("id"); }
    /** @returns {string} */ get tag() { return this.#read("tag"); }
    /** @returns {string} */ get text() { return this.#read("text"); }
    /** @returns {boolean} */ get cannotEdit() { return this.#read("cannotEdit"); }
    set cannotEdit(value) { this.owner.later("setCannotEdit", this.found.id, value); }
    /** @param {string} text @param {string} where @returns {any} */
    insertText(text, where) { this.owner.later("insertText", this.found.id, text, where); }
    clear() { this.owner.later("clear", this.found.id); }
    /** @param {string} [mode] */
    select(mode = "Select") { this.owner.later("select", ["control", this.found.id], mode); }
    /** @param {string} [where] @returns {any} */
    getRange(where = "Whole") { return new Range(this.owner, ["control", this.found.id, where]); }
    /** @returns {any} */ track() { return this; }
    /** @returns {any} */ untrack() { return this; }
    get repeatingSectionContentControl() {
      need("WordApiDesktop", "1.3");
      return /** @type {any} */ ({ repeatingSectionItems: { getItemAt: (/** @type {number} */ index) => new Item(this.owner, this.found.id, index) } });
    }
    get onDataChanged() { return this.#event("dataChanged"); }
    get onEntered() { return this.#event("entered"); }
    get onExited() { return this.#event("exited"); }
    get onDeleted() { return this.#event("deleted"); }
    /** @param {string} name @returns {any} */
    #event(name) {
      need("WordApi", "1.5");
      return new Handlers(this.owner, name, this.found.id);
    }
  }

  /** @implements {Pick<Word.ContentControlCollection, "items" | "load">} */
  class Controls extends Loaded {
    #listing;
    /** @type {Control[] | undefined} */ #items;
    /** @param {Context} owner @param {unknown[]} listing */
    constructor(owner, listing) { super(owner); this.#listing = listing; }
    async sync() {
      /** @type {Found[]} */
      const found = await ask(String(this.#listing[0]), ...this.#listing.slice(1));
      this.#items = found.map((control) => new Control(this.owner, control, this.wanted));
    }
    get items() {
      if (!this.#items) throw new OfficeError("PropertyNotLoaded", "items was not loaded");
      return /** @type {any} */ (this.#items);
    }
  }

  /** @implements {Pick<Word.CustomXmlPartScopedCollection, "items" | "load">} */
  class Parts extends Loaded {
    #namespace;
    /** @type {any[] | undefined} */ #items;
    /** @param {Context} owner @param {string} namespace */
    constructor(owner, namespace) { super(owner); this.#namespace = namespace; }
    async sync() {
      /** @type {string[]} */
      const ids = await ask("partsOf", this.#namespace);
      this.#items = ids.map((id) => ({ id, delete: () => this.owner.later("deletePart", id), getXml: () => this.owner.result("partXml", id) }));
    }
    get items() {
      if (!this.#items) throw new OfficeError("PropertyNotLoaded", "items was not loaded");
      return /** @type {any} */ (this.#items);
    }
  }

  /** @implements {Pick<Word.Body, "text" | "getRange" | "load">} */
  class Body extends Loaded {
    async sync() { this.take({ text: await ask("bodyText") }); }
    get text() { return this.value("text"); }
    /** @returns {any} */
    getRange() { return new Range(this.owner, ["body"]); }
  }

  /** @implements {Pick<Word.Document, "body" | "changeTrackingMode" | "contentControls" | "getContentControls" | "customXmlParts" | "insertFileFromBase64" | "getSelection" | "onContentControlAdded" | "load">} */
  class TheDocument extends Loaded {
    /** @param {Context} owner */
    constructor(owner) { super(owner); this.body = /** @type {any} */ (new Body(owner)); }
    async sync() { this.take({ changeTrackingMode: await ask("getTracking") }); }
    /** @returns {any} */
    get changeTrackingMode() { need("WordApi", "1.4"); return this.value("changeTrackingMode"); }
    set changeTrackingMode(mode) { need("WordApi", "1.4"); this.owner.later("setTracking", mode); }
    /** @returns {any} */
    get contentControls() { return { getByTag: (/** @type {string} */ tag) => new Controls(this.owner, ["byTag", tag]) }; }
    /** @param {{ types: string[] }} [options] @returns {any} */
    getContentControls(options = { types: ["RichText"] }) {
      need("WordApi", "1.5");
      // Types that a platform does not know are an error, not an empty list.
      if (options.types.includes("RepeatingSection")) need("WordApiDesktop", "1.3");
      return new Controls(this.owner, ["byTypes", options.types]);
    }
    /** @returns {any} */
    get customXmlParts() {
      need("WordApi", "1.4");
      return { getByNamespace: (/** @type {string} */ namespace) => new Parts(this.owner, namespace), add: (/** @type {string} */ xml) => this.owner.later("addPart", xml) };
    }
    /** @param {string} file @param {string} where @param {any} [options] @returns {any} */
    insertFileFromBase64(file, where, options) {
      need("WordApi", options?.importCustomXmlParts ? "1.6" : "1.5");
      this.owner.later("insertFile", file, where, options);
    }
    /** @returns {any} */
    getSelection() { return new Range(this.owner, ["selection"]); }
    get onContentControlAdded() {
      need("WordApi", "1.5");
      return /** @type {any} */ (new Handlers(this.owner, "added", 0));
    }
  }

  /** @implements {Pick<Word.RequestContext, "document" | "application" | "sync">} */
  class Context {
    /** @type {Set<Loaded>} */ waiting = new Set();
    /** @type {(() => Promise<void> | void)[]} */ #queue = [];
    document = /** @type {any} */ (new TheDocument(this));
    application = /** @type {any} */ ({ createDocument: (/** @type {string} */ file) => ({ open: () => this.later("openNew", file) }) });
    /** @param {string} operation @param {...unknown} given */
    later(operation, ...given) {
      this.#queue.push(async () => {
        const failure = await ask(operation, ...given);
        if (failure) throw new OfficeError(failure);
      });
    }
    /** @param {() => void} act */
    after(act) { this.#queue.push(act); }
    /** A value that is there after the next sync. @param {string} operation @param {...unknown} given */
    result(operation, ...given) {
      let done = false;
      /** @type {any} */ let value;
      this.#queue.push(async () => { [value, done] = [await ask(operation, ...given), true]; });
      return {
        get value() {
          if (!done) throw new OfficeError("ValueNotLoaded", "The value was not synced.");
          return value;
        },
      };
    }
    /** @returns {Promise<any>} */
    async sync() {
      // What failed takes the rest of its batch along.
      const queue = this.#queue.splice(0);
      for (const act of queue) await act();
      for (const waiting of this.waiting) await waiting.sync();
      this.waiting.clear();
    }
  }

  /** @type {Pick<typeof Word, "run" | "ContentControlType">} */
  const word = {
    ContentControlType: /** @type {any} */ ({ richText: "RichText", plainText: "PlainText", repeatingSection: "RepeatingSection" }),
    /** @param {any} first @param {any} [second] */
    run: async (first, second) => {
      const context = second ? first.context ?? first : new Context();
      const result = await (second ?? first)(context);
      await context.sync();
      return result;
    },
  };

  let open = 0;
  /** @type {Pick<Office.File, "sliceCount" | "getSliceAsync" | "closeAsync">} */
  const fileShape = { sliceCount: 0, getSliceAsync: () => {}, closeAsync: () => {} };

  /** @type {Pick<Office.Document, "mode" | "getFileAsync" | "customXmlParts">} */
  const officeDocument = {
    mode: /** @type {any} */ (settings.readOnly ? "readOnly" : "readWrite"),
    getFileAsync: async (/** @type {any} */ type, /** @type {any} */ options = {}, /** @type {any} */ done = undefined) => {
      if (++open > 2) return done({ status: "failed", error: { code: 5009, message: "Too many files are open" } });
      const sliceCount = await ask("openFile", options.sliceSize ?? 4_194_304);
      done({
        status: "succeeded",
        value: {
          ...fileShape,
          sliceCount,
          getSliceAsync: async (/** @type {number} */ index, /** @type {any} */ got) => {
            const text = atob(await ask("slice", index));
            got({ status: "succeeded", value: { index, data: [...text].map((letter) => letter.charCodeAt(0)) } });
          },
          closeAsync: () => { open--; void ask("closeFile"); },
        },
      });
    },
    customXmlParts: /** @type {any} */ ({
      getByNamespaceAsync: async (/** @type {string} */ namespace, /** @type {any} */ done) => {
        /** @type {string[]} */
        const ids = await ask("partsOf", namespace);
        done({ status: "succeeded", value: ids.map((id) => ({
          id,
          getXmlAsync: async (/** @type {any} */ got) => got({ status: "succeeded", value: await ask("partXml", id) }),
        })) });
      },
    }),
  };

  page.OfficeExtension = { Error: OfficeError };
  page.Word = word;
  page.Office = {
    HostType: { Word: "Word" },
    PlatformType: { PC: "PC", Mac: "Mac", OfficeOnline: "OfficeOnline", iOS: "iOS" },
    DocumentMode: { ReadOnly: "readOnly", ReadWrite: "readWrite" },
    FileType: { Compressed: "compressed" },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    onReady: async () => ({ host: "Word", platform: settings.platform }),
    context: {
      platform: settings.platform,
      partitionKey: undefined,
      displayLanguage: settings.language,
      requirements: { isSetSupported: supports },
      document: officeDocument,
    },
  };
})();
