// What the theme's search box and a worker say to one another.
//
// The box sends SETUP once and then a QUERY for every change, the first one empty; each gets one answer. A query of nothing
// but spaces asks to get ready: box.js makes the theme send one when the box gets the focus. What answers need not be a worker: on
// pages opened as files, where there are none, a stand-in calls `responder(async () => createSearch(data))` itself.

import { answer } from "./results.js";

export const SETUP = 0;
export const READY = 1;
export const QUERY = 2;
export const RESULT = 3;

const NOTHING = { type: RESULT, data: { items: [] } };

/** An async function from a message to its answer. `open` gives the engine and is called once, at the first query that is
 * not empty. */
export function responder(open) {
  let engine = null;
  return async ({ type, data }) => {
    if (type === SETUP) return { type: READY };
    if (!data && !engine) return NOTHING;
    try {
      engine ??= open();
      engine.catch(() => {}); // whoever asks hears of it
      const search = await engine;
      return data.trim() ? { type: RESULT, data: answer(search, data) } : NOTHING;
    } catch {
      engine = null; // so that the next letter tries again
      return { type: RESULT, data: { items: data.trim() ? [[failure]] : [] } };
    }
  };
}

const failure = { location: "", title: "<span data-ck-failed></span>", text: "", score: 0, terms: {} };
