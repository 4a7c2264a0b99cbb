// The worker that the theme's search box starts, as a classic script: the modules come only when somebody types.

const SETUP = 0;

let answering = null;

const modules = async () => {
  const [{ responder }, { openSearch }] = await Promise.all([import("./protocol.js"), import("./open.js")]);
  return responder(() => openSearch(new URL("../search-index.json", self.location)));
};

self.addEventListener("message", async ({ data: message }) => {
  if (message.type === SETUP) self.postMessage({ type: 1 });
  else if (!message.data.trim()) self.postMessage({ type: 3, data: { items: [] } });
  else {
    answering ??= modules();
    self.postMessage(await (await answering)(message));
  }
});
