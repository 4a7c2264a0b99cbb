// From the index file (site/search_index.py) to a lexicon: every word, and where it stands with what weight.

import { words } from "./words.js";

export const FORMAT = 1;

/** How much a word weighs by the field it stands in; what counts most, who wrote the entry chose most carefully. */
export const WEIGHTS = { title: 12, keyword: 6, summary: 3, kind: 3, heading: 2, often: 1.6, body: 1 };

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));

/** Undoes `front_coded`: each word is a capital (how much it shares with the last) and the rest. */
export function unfolded(text) {
  const found = [];
  let last = "";
  for (const [, shared, rest] of text.matchAll(/([A-Z])([^A-Z]*)/g)) {
    last = last.slice(0, shared.charCodeAt(0) - 65) + rest;
    found.push(last);
  }
  return found;
}

/** Undoes `postings`: pairs of a section's number and whether the word stands there often. */
export function* places(digits) {
  let section = -1;
  let number = 0;
  let scale = 1;
  for (const digit of digits) {
    const value = VALUES.get(digit);
    number += (value % 32) * scale;
    scale *= 32;
    if (value >= 32) continue;
    section += (number >> 1) + 1;
    yield [section, number % 2 === 1];
    number = 0;
    scale = 1;
  }
}

/**
 * The entries, and for every word a Map from an entry's number to its weight there; for words of sections also the
 * sections of each entry.
 */
export function decode(data) {
  if (data.format !== FORMAT) throw new Error(`search index of format ${data.format}, expected ${FORMAT}`);
  const entries = data.entries.map(entryOf(data.kinds));
  const lexicon = new Map();
  entries.forEach((entry, number) => addFields(lexicon, entry, number));
  addBody(lexicon, data, entries);
  return { entries, lexicon };
}

const entryOf = (kinds) => ([kind, id, url, title, summary, keywords, headings, sections]) => ({
  kind: kinds[kind][0],
  kindLabel: kinds[kind][1],
  id,
  url,
  title,
  summary,
  keywords,
  headings,
  sections: sections.map(([anchor, label]) => ({ anchor, title: label, words: new Set(words(label)) })),
});

function add(lexicon, word, entry, weight) {
  let weights = lexicon.get(word);
  if (!weights) lexicon.set(word, (weights = new Map()));
  weights.set(entry, (weights.get(entry) ?? 0) + weight);
}

function addFields(lexicon, entry, number) {
  const title = words(entry.title);
  // A short title is about its words; a long one only names them among others.
  const share = 0.6 + 0.4 / Math.max(1, title.length);
  for (const word of new Set(title)) add(lexicon, word, number, WEIGHTS.title * share);
  for (const [word, weight] of keywordWeights(entry)) add(lexicon, word, number, weight);
  for (const word of words(entry.kindLabel)) add(lexicon, word, number, WEIGHTS.kind);
  for (const word of new Set(words(entry.summary))) add(lexicon, word, number, WEIGHTS.summary);
  for (const word of new Set(entry.headings.flatMap(words))) add(lexicon, word, number, WEIGHTS.heading);
  for (const section of entry.sections) for (const word of section.words) add(lexicon, word, number, WEIGHTS.body);
}

/** What the keywords make each word weigh: saying it in five keywords is not saying it five times as much. */
function keywordWeights(entry) {
  const weights = new Map();
  for (const keyword of entry.keywords) {
    const parts = words(keyword);
    const weight = WEIGHTS.keyword * (0.5 + 0.5 / parts.length);
    for (const word of parts) weights.set(word, Math.max(weight, weights.get(word) ?? 0));
  }
  return weights;
}

function addBody(lexicon, data, entries) {
  const owners = entries.flatMap((entry, number) => [[number, null], ...entry.sections.map((one) => [number, one])]);
  const lists = data.postings.split(" ").map((digits) => [...places(digits)]);
  const share = lengthShares(lists, owners, entries.length);
  unfolded(data.vocabulary).forEach((word, position) => {
    const heaviest = new Map();
    for (const [place, often] of lists[position]) {
      const [entry, section] = owners[place];
      section?.words.add(word);
      const weight = often ? WEIGHTS.often : WEIGHTS.body;
      heaviest.set(entry, Math.max(weight, heaviest.get(entry) ?? 0));
    }
    for (const [entry, weight] of heaviest) add(lexicon, word, entry, weight * share[entry]);
  });
}

/** For each entry, how much a word of its text counts: in a long text it says less than in a short one. */
function lengthShares(lists, owners, count) {
  const lengths = new Array(count).fill(0);
  for (const list of lists) for (const [place] of list) lengths[owners[place][0]] += 1;
  const usual = lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, lengths.filter(Boolean).length);
  return lengths.map((length) => 1 / (0.5 + (0.5 * length) / (usual || 1)));
}
