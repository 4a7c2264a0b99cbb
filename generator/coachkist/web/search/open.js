// Fetches the index and makes an engine of it, for pages and workers that may fetch.
//
//   import { openSearch } from "../search/open.js";
//   const engine = await openSearch(new URL("assets/search-index.json", base));
//   for (const { id, kind, url, title, score } of engine.search("film")) …

import { createSearch } from "./engine.js";

/** The engine for the index at `address`; rejects where that cannot be fetched. */
export async function openSearch(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return createSearch(await response.json());
}
