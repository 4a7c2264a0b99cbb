// What was chosen, in the address: it can be shared, kept as a bookmark, and undone with the browser's back button.

/** The pairs in the address's query, in order. */
export const readAddress = () => [...new URLSearchParams(location.search)];

/**
 * Puts `pairs` in the address. A choice is a step that "back" undoes; typing a word (`replace`) is not a step a letter.
 * Storage of the page's place in history fails in no browser but when a script floods it, which then does not matter.
 */
export function writeAddress(pairs, { replace = false } = {}) {
  const query = new URLSearchParams(pairs).toString();
  const address = location.pathname + (query && `?${query}`);
  if (address === location.pathname + location.search) return;
  history[replace ? "replaceState" : "pushState"](null, "", address);
}

/** Calls `changed` when the reader goes back or forward. */
export const onAddress = (changed) => addEventListener("popstate", changed);
