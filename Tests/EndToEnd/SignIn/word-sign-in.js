// What sign-in asks of Word, as far as a browser can stand in for it: whether Nested App Authentication is there, its bridge to the host, and a dialog that is a real window.
// The bridge speaks the messages that @azure/msal-browser sends; the tokens are real ones, handed in by the test. What Word itself does behind it cannot be shown here.
// Filled in by the test: `nested`, `user`, and window.tokenFor(method) from outside.
(({ nested, user }) => {
  const closed = 12006;
  const handlers = {};
  const dialog = {
    window: null,
    addEventHandler: (type, handler) => { handlers[type] = handler; },
    close: () => dialog.window?.close(),
  };
  addEventListener("message", (event) => {
    if (event.source !== dialog.window || event.data?.dialog === undefined) return;
    handlers.dialogMessageReceived?.({ message: event.data.dialog, origin: event.origin });
  });

  // As the real library does, which also finds the host in the address that Office gives the pane and each dialog.
  sessionStorage.setItem("hostInfoValue", "Word$Win32$16.01$vi-VN");

  globalThis.Office = {
    HostType: { Word: "Word" },
    PlatformType: { PC: "PC", OfficeOnline: "OfficeOnline" },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    EventType: { DialogMessageReceived: "dialogMessageReceived", DialogEventReceived: "dialogEventReceived" },
    onReady: async () => ({ host: "Word", platform: "PC" }),
    auth: { getAuthContext: async () => ({ userPrincipalName: user, userObjectId: "", tenantId: "", authorityType: "AAD" }) },
    context: {
      displayLanguage: "vi-VN",
      partitionKey: undefined,
      platform: "PC",
      requirements: { isSetSupported: (name, version) => (name === "NestedAppAuth" ? nested : name === "DialogOrigin" ? version === "1.1" : name === "WordApi" && Number(version) <= 1.3) },
      ui: {
        displayDialogAsync: (address, options, answer) => {
          dialog.window = window.open(`${address}&_host_Info=Word$Win32$16.01$vi-VN`, "_blank", "popup,width=500,height=600");
          const watch = setInterval(() => {
            if (!dialog.window?.closed) return;
            clearInterval(watch);
            handlers.dialogEventReceived?.({ error: closed });
          }, 100);
          answer({ status: "succeeded", value: dialog });
        },
        messageParent: (message, { targetOrigin } = {}) => opener.postMessage({ dialog: message }, targetOrigin ?? location.origin),
      },
    },
  };
  if (!nested) return;

  const listeners = [];
  window.nestedAppAuthBridge = {
    addEventListener: (type, listener) => { listeners.push(listener); },
    removeEventListener: () => {},
    postMessage: async (text) => {
      const asked = JSON.parse(text);
      const said = asked.method === "GetInitContext"
        ? { success: true, initContext: { sdkName: "stand-in", sdkVersion: "1", capabilities: { queryAccount: true } } }
        : await window.tokenFor(asked.method, asked.tokenParams.scope);
      for (const listener of listeners) listener(JSON.stringify({ messageType: "NestedAppAuthResponse", requestId: asked.requestId, ...said }));
    },
  };
})
