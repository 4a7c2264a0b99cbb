// Search without a worker: on file:// a page may start none. The theme asks for a Worker and gets this.

import { createSearch } from "../search/engine.js";
import { responder } from "../search/protocol.js";
import { load, pageAddress } from "../base/data.js";

const INDEX = "search-index.json";

// The theme asks for "…/assets/search/worker.js"; the index lies beside that folder.
const indexBeside = (address) => new URL(`../${INDEX}`, address).href;

class StandIn extends EventTarget {
  constructor(address) {
    super();
    const index = indexBeside(new URL(address, location.href));
    this.respond = responder(async () => createSearch(await load(index)));
  }

  async postMessage(message) {
    const data = await this.respond(message);
    this.dispatchEvent(new MessageEvent("message", { data: withFiles(data) }));
  }

  terminate() {}
}

/** The answer with addresses that name the page in a folder. */
function withFiles(answer) {
  for (const item of answer.data?.items?.flat() ?? []) item.location = pageAddress(item.location);
  return answer;
}

if (location.protocol === "file:") window.Worker = StandIn;
