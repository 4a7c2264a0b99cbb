// Makes an engine of the fetched index, for pages and workers that may fetch.
//
//   import { readSearch } from "../search/open.js";
//   const engine = await readSearch(fetch(new URL("assets/search-index.json", base)));
//   for (const { id, kind, url, title, score } of engine.search("film")) …

import { createSearch } from "./engine.js";

/** The engine for the index that is being fetched, ready for its first query; rejects where the index does not come. */
export async function readSearch(fetching) {
  const response = await fetching;
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const engine = createSearch(await response.json());
  engine.prepare();
  return engine;
}
