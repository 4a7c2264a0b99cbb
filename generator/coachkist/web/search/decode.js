// From the index file (site/search_index.py) to a lexicon: every word, and where it stands with what weight.

import { stem, words } from "./words.js";

export const FORMAT = 2;

/** How much a word weighs by the field it stands in; what counts most, who wrote the entry chose most carefully. */
export const WEIGHTS = { title: 14, keyword: 6, summary: 3, kind: 3, heading: 1.5, often: 1.4, body: 0.8 };

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

/** The entries of an index, its lexicon, and the stems of the words by which each kind is asked for. */
export function decode(data) {
  if (data.format !== FORMAT) throw new Error(`search index of format ${data.format}, expected ${FORMAT}`);
  let section = 0;
  const entries = data.entries.map((row) => {
    const entry = entryOf(data.kinds, row, section);
    section += 1 + entry.sections.length;
    return entry;
  });
  const asked = data.kinds.map(([kind, , typed]) => [kind, new Set(words(typed).map(stem))]);
  return { entries, lexicon: new Lexicon(data, entries), kinds: new Map(asked) };
}

/** An entry; `first` is the number of its own text among all sections, and those of its sections follow. */
function entryOf(kinds, [kind, id, url, title, summary, keywords, headings, sections], first) {
  const parts = sections.map(([anchor, label], position) => ({ anchor, title: label, number: first + 1 + position }));
  return { kind: kinds[kind][0], kindLabel: kinds[kind][1], id, url, title, summary, keywords, headings, sections: parts };
}

/**
 * Every word, and where it stands. The running text of a word is read when the word is first asked for: of thousands of
 * words a visitor asks for a few.
 */
export class Lexicon {
  constructor(data, entries) {
    this.fields = new Map(); // from a word to entries and weights in turns: added up when the word is asked for
    entries.forEach((entry, number) => this.addFields(entry, number));
    this.postings = data.postings.split(" ");
    this.body = new Map(unfolded(data.vocabulary).map((word, position) => [word, position]));
    this.owners = Uint32Array.from(entries.flatMap((entry, number) => Array(1 + entry.sections.length).fill(number)));
    this.shares = lengthShares(data.lengths);
    this.read = new Map();
  }

  /** All words, in no order. */
  get words() {
    return [...new Set([...this.fields.keys(), ...this.body.keys()])];
  }

  has(word) {
    return this.fields.has(word) || this.body.has(word);
  }

  /** How often `word` was chosen for a title, keyword, summary or heading: quicker to tell than where it stands. */
  chosen(word) {
    return (this.fields.get(word)?.length ?? 0) / 2;
  }

  /** Where `word` stands: `weights`, a Map from the number of an entry, and `sections`, the numbers of sections. */
  get(word) {
    let found = this.read.get(word);
    if (!found) this.read.set(word, (found = this.fresh(word)));
    return found;
  }

  fresh(word) {
    const weights = new Map();
    const fields = this.fields.get(word) ?? [];
    for (let index = 0; index < fields.length; index += 2) {
      weights.set(fields[index], (weights.get(fields[index]) ?? 0) + fields[index + 1]);
    }
    const sections = new Set();
    const body = new Map();
    for (const [section, often] of places(this.postings[this.body.get(word)] ?? "")) {
      const entry = this.owners[section];
      const weight = often ? WEIGHTS.often : WEIGHTS.body;
      sections.add(section);
      body.set(entry, Math.max(weight, body.get(entry) ?? 0));
    }
    for (const [entry, weight] of body) weights.set(entry, (weights.get(entry) ?? 0) + weight * this.shares[entry]);
    return { entries: Uint32Array.from(weights.keys()), each: Float32Array.from(weights.values()), weights, sections };
  }

  addFields(entry, number) {
    const title = new Set(words(entry.title));
    // A short title is about its words; a long one only names them among others.
    const share = 0.6 + 0.4 / Math.max(1, title.size);
    for (const word of title) this.add(word, number, WEIGHTS.title * share);
    for (const [word, weight] of keywordWeights(entry)) this.add(word, number, weight);
    for (const word of words(entry.kindLabel)) this.add(word, number, WEIGHTS.kind);
    for (const word of new Set(words(entry.summary))) this.add(word, number, WEIGHTS.summary);
    for (const word of new Set(entry.headings.flatMap(words))) this.add(word, number, WEIGHTS.heading);
    for (const section of entry.sections) for (const word of words(section.title)) this.add(word, number, WEIGHTS.body);
  }

  add(word, entry, weight) {
    const pairs = this.fields.get(word);
    if (pairs) pairs.push(entry, weight);
    else this.fields.set(word, [entry, weight]);
  }
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

/** For each entry, how much a word of its text counts: in a long text it says less than in a short one. */
function lengthShares(lengths) {
  const usual = lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, lengths.filter(Boolean).length);
  return lengths.map((length) => 1 / (0.5 + (0.5 * length) / (usual || 1)));
}
