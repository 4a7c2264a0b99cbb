// What the theme's search box and a worker say to one another.
//
// The box sends SETUP once and then a QUERY for every change; each gets one answer. What answers need not be a worker: on
// pages opened as files, where there are none, a stand-in calls `responder(async () => createSearch(data))` itself.

import { answer } from "./results.js";

export const SETUP = 0;
export const READY = 1;
export const QUERY = 2;
export const RESULT = 3;

/** An async function from a message to its answer. `open` gives the engine and is called at the first query, once. */
export function responder(open) {
  let engine = null;
  return async ({ type, data }) => {
    if (type === SETUP) return { type: READY };
    if (!data.trim()) return { type: RESULT, data: { items: [] } };
    try {
      engine ??= open();
      return { type: RESULT, data: answer(await engine, data) };
    } catch {
      engine = null; // so that the next letter tries again
      return { type: RESULT, data: { items: [[failure]] } };
    }
  };
}

const failure = { location: "", title: "<span data-ck-failed></span>", text: "", score: 0, terms: {} };
