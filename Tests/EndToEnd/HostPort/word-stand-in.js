// Word, as far as the pane uses it, over a real .docx: every operation goes to the test, which edits the package. Objects load and sync as
// Office.js does: a property that was not loaded and synced throws, writes wait for the next sync.
(() => {
  const ask = async (operation, ...given) => JSON.parse(await globalThis.wordCall(JSON.stringify([operation, ...given])));
  const settings = globalThis.wordSettings ?? { sets: { WordApi: "1.6" }, platform: "PC" };
  const atLeast = (have, want) => have !== undefined && have.split(".").map(Number)[1] >= want.split(".").map(Number)[1];

  class OfficeError extends Error {
    constructor(code, message) {
      super(message);
      this.code = code;
    }
  }

  class Loaded {
    #values = {};
    #wanted = new Set();
    constructor(context) { this.context = context; }
    load(names) { for (const name of names.split(",")) this.#wanted.add(name.trim().replace(/^items\//, "")); this.context.waiting.add(this); }
    take(values) { for (const name of this.#wanted) this.#values[name] = values[name]; }
    get wanted() { return [...this.#wanted]; }
    value(name) {
      if (!(name in this.#values)) throw new OfficeError("PropertyNotLoaded", `${name} was not loaded`);
      return this.#values[name];
    }
  }

  class Control {
    #context; #id; #values;
    constructor(context, id, values) { this.#context = context; this.#id = id; this.#values = values; }
    #read(name) {
      if (!(name in this.#values)) throw new OfficeError("PropertyNotLoaded", `${name} was not loaded`);
      return this.#values[name];
    }
    get tag() { return this.#read("tag"); }
    get text() { return this.#read("text"); }
    get cannotEdit() { return this.#read("cannotEdit"); }
    set cannotEdit(value) { this.#context.later("setCannotEdit", this.#id, value); }
    insertText(text, place) { this.#context.later("insertText", this.#id, text, place); }
    clear() { this.#context.later("clear", this.#id); }
  }

  class Controls extends Loaded {
    #listing; #items;
    constructor(context, listing) { super(context); this.#listing = listing; }
    async sync() {
      const found = await ask(...this.#listing);
      this.#items = found.map((control) => new Control(this.context, control.id, Object.fromEntries(this.wanted.map((name) => [name, control[name]]))));
    }
    get items() {
      if (!this.#items) throw new OfficeError("PropertyNotLoaded", "items was not loaded");
      return this.#items;
    }
  }

  class Parts extends Loaded {
    #namespace; #items;
    constructor(context, namespace) { super(context); this.#namespace = namespace; }
    async sync() {
      const ids = await ask("partsOf", this.#namespace);
      this.#items = ids.map((id) => ({ id, delete: () => this.context.later("deletePart", id) }));
    }
    get items() {
      if (!this.#items) throw new OfficeError("PropertyNotLoaded", "items was not loaded");
      return this.#items;
    }
  }

  class Body extends Loaded {
    async sync() { this.take({ text: await ask("bodyText") }); }
    get text() { return this.value("text"); }
    getRange() { return { select: () => this.context.later("select") }; }
  }

  class TheDocument extends Loaded {
    constructor(context) { super(context); this.body = new Body(context); }
    async sync() { this.take({ changeTrackingMode: await ask("getTracking") }); }
    get changeTrackingMode() { return this.value("changeTrackingMode"); }
    set changeTrackingMode(mode) { this.context.later("setTracking", mode); }
    get contentControls() { return { getByTag: (tag) => new Controls(this.context, ["byTag", tag]) }; }
    getContentControls({ types }) { return new Controls(this.context, ["byTypes", types]); }
    get customXmlParts() {
      return { getByNamespace: (namespace) => new Parts(this.context, namespace), add: (xml) => this.context.later("addPart", xml) };
    }
    insertFileFromBase64(file, place, options) { this.context.later("insertFile", file, place, options); }
  }

  class Context {
    waiting = new Set();
    #queue = [];
    document = new TheDocument(this);
    application = { createDocument: (file) => ({ open: () => this.later("openNew", file) }) };
    later(...operation) { this.#queue.push(operation); }
    async sync() {
      for (const operation of this.#queue.splice(0)) {
        const failure = await ask(...operation);
        if (failure) throw new OfficeError(failure, failure);
      }
      for (const waiting of this.waiting) await waiting.sync();
      this.waiting.clear();
    }
  }

  let open = 0;
  globalThis.OfficeExtension = { Error: OfficeError };
  globalThis.Word = {
    ContentControlType: { richText: "RichText", plainText: "PlainText" },
    run: async (batch) => {
      const context = new Context();
      const result = await batch(context);
      await context.sync();
      return result;
    },
  };
  globalThis.Office = {
    HostType: { Word: "Word" },
    PlatformType: { PC: "PC", OfficeOnline: "OfficeOnline", iOS: "iOS" },
    FileType: { Compressed: "compressed" },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    onReady: async () => ({ host: "Word", platform: settings.platform }),
    context: {
      platform: settings.platform,
      partitionKey: undefined,
      displayLanguage: settings.language,
      requirements: { isSetSupported: (name, version) => atLeast(settings.sets[name], version) },
      document: {
        getFileAsync: async (type, { sliceSize }, done) => {
          if (++open > 2) return done({ status: "failed", error: { code: 5009, message: "Too many files are open" } });
          const sliceCount = await ask("openFile", sliceSize);
          done({
            status: "succeeded",
            value: {
              sliceCount,
              getSliceAsync: async (index, got) => {
                const text = atob(await ask("slice", index));
                got({ status: "succeeded", value: { index, data: [...text].map((letter) => letter.charCodeAt(0)) } });
              },
              closeAsync: () => { open--; void ask("closeFile"); },
            },
          });
        },
      },
    },
  };
})();
