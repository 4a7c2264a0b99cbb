// Hits as the theme's search box wants them: `[[entry, section, …], …]`, with HTML in titles and texts.
// The theme pastes those strings into the page, so everything from the catalogue is escaped here and nowhere else.

import { isLight, words } from "./words.js";

const MOST = 30;
const MOST_OF_A_KIND = 10;
const MOST_SECTIONS = 3;
const MOST_TERMS = 5;

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** `text` as HTML. */
export const escaped = (text) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);

/** `text` as HTML, with the words whose folded forms are in `known` marked. */
export function marked(text, known) {
  return text
    .split(/([\p{L}\p{M}\p{N}'’]+)/u)
    .map((piece, index) => (index % 2 && words(piece).some((word) => known.has(word)) ? `<mark>${escaped(piece)}</mark>` : escaped(piece)))
    .join("");
}

/** The answer to `query`: what was found by kind, the best kind first, or the words nearest to what was typed. */
export function answer(engine, query) {
  const hits = engine.search(query, MOST);
  const items = hits.length ? byKind(hits).map((hit) => item(hit, engine.labels)) : nearest(engine, query);
  return { items, suggest: [engine.complete(query)].filter(Boolean) };
}

/** Hits of one kind together, in the order of each kind's best. */
export function byKind(hits) {
  const kinds = new Map();
  for (const hit of hits) kinds.set(hit.kind, [...(kinds.get(hit.kind) ?? []), hit]);
  return [...kinds.values()].flatMap((group) => group.slice(0, MOST_OF_A_KIND));
}

function item(hit, labels) {
  const visible = new Set(words(`${hit.title} ${hit.summary}`).filter((word) => hit.marked.has(word)));
  const seen = visible.size ? visible : new Set(telling([...hit.marked]).slice(0, 3));
  const terms = Object.fromEntries([
    ...[...seen].slice(0, MOST_TERMS).map((word) => [word, true]),
    ...hit.missing.map((word) => [word, false]),
  ]);
  const also = visible.size ? "" : `<p class="ck-hit__also">${labels.also.replace("{words}", listed(seen))}</p>`;
  const [page, anchor] = hit.url.split("#");
  const entry = {
    // The theme takes an address with an anchor for a part of a page; box.js puts the anchor back.
    location: page,
    title: `<span data-ck-kind="${escaped(hit.kindLabel)}" data-ck-anchor="${escaped(anchor ?? "")}">${marked(hit.title, hit.marked)}</span>`,
    text: `<p>${marked(hit.summary, hit.marked)}</p>${also}`,
    score: hit.score,
    terms,
  };
  const sections = hit.sections.slice(0, MOST_SECTIONS).map((section) => ({
    location: `${page}#${section.anchor}`,
    title: marked(section.title, hit.marked),
    text: "",
    score: hit.score / 2,
    terms,
  }));
  return [entry, ...sections];
}

/** The words that say what something is about, or all of them where none does. */
function telling(list) {
  const some = list.filter((word) => !isLight(word));
  return some.length ? some : list;
}

const listed = (known) => [...known].map((word) => `<mark>${escaped(word)}</mark>`).join(", ");

function nearest(engine, query) {
  return engine.nearest(query).map((word) => [
    {
      location: `?q=${encodeURIComponent(word)}`,
      title: `<span data-ck-nearest="${escaped(word)}">${escaped(engine.labels.nearest.replace("{word}", word))}</span>`,
      text: "",
      score: 0,
      terms: {},
    },
  ]);
}
