// The worker that the theme's search box starts, as a classic script: modules and index come when the box is first used.

const [SETUP, READY, RESULT] = [0, 1, 3];
const INDEX = new URL("../search-index.json", self.location);
const FAILED = { location: "", title: "<span data-ck-failed></span>", text: "", score: 0, terms: {} };

let answering = null;

/** The function that answers messages; the index is on its way while the modules come. */
async function open() {
  let index = fetch(INDEX);
  index.catch(() => {}); // whoever asks hears of it
  const [{ responder }, { readSearch }] = await Promise.all([import("./protocol.js"), import("./open.js")]);
  return responder(() => {
    const response = index ?? fetch(INDEX);
    index = null;
    return readSearch(response);
  });
}

async function answer(message) {
  if (message.type === SETUP) return { type: READY };
  if (!message.data && !answering) return { type: RESULT, data: { items: [] } };
  try {
    answering ??= open();
    return await (await answering)(message);
  } catch {
    answering = null; // so that the next letter tries again
    return { type: RESULT, data: { items: message.data.trim() ? [[FAILED]] : [] } };
  }
}

self.addEventListener("message", async ({ data: message }) => self.postMessage(await answer(message)));
