// From a word that somebody types to the words of the index that it may stand for, each with how sure that is (0 to 1).

import { letters, slips, unlike } from "./distance.js";
import { root, stem } from "./words.js";

export const SURE = { exact: 1, stem: 0.95, root: 0.75, prefix: 0.8, tail: 0.6, head: 0.55, part: 0.5, oneSlip: 0.7, twoSlips: 0.5 };

const SHORTEST_PREFIX = 3;
const SHORTEST_PART = 4;
const SHORTEST_HALF = 7;
const LONG = 7;
const LINK = /^(?:s|e|en|n|er)?$/;

/** Matches words against the vocabulary `known`, an array of folded words; what it needs is made when first asked for. */
export class Matcher {
  constructor(known) {
    this.known = known;
    this.set = new Set(known);
    this.remembered = new Map();
  }

  get stems() {
    return (this._stems ??= grouped(this.known, stem));
  }

  get roots() {
    return (this._roots ??= grouped(this.known, root));
  }

  get sorted() {
    return (this._sorted ??= [...this.known].sort());
  }

  get bare() {
    return (this._bare ??= this.known.map(stem));
  }

  get signatures() {
    return (this._signatures ??= this.known.map((word) => letters(word)));
  }

  /** Makes all of it, before anybody waits for an answer. */
  prepare() {
    return [this.stems, this.roots, this.sorted, this.bare, this.signatures].length;
  }

  /** The words that `word` may stand for: a Map from word to how sure. */
  match(word) {
    let found = this.remembered.get(word);
    if (!found) {
      if (this.remembered.size > 500) this.remembered.clear();
      this.remembered.set(word, (found = this.fresh(word)));
    }
    return found;
  }

  /** Of those only the word itself and its other endings, for a word that nobody typed: it has no slips and is not cut short. */
  itself(word) {
    const found = new Map((this.stems.get(stem(word)) ?? []).map((other) => [other, SURE.stem]));
    return this.set.has(word) ? found.set(word, SURE.exact) : found;
  }

  fresh(word) {
    const found = this.itself(word);
    const keep = (other, sure) => sure > (found.get(other) ?? 0) && found.set(other, sure);
    for (const other of this.roots.get(root(word)) ?? []) keep(other, SURE.root);
    this.longer(word, keep);
    const known = found.size > 0; // or half typed, and then no slip either
    this.compounds(word, keep);
    if (!known) this.slipped(word, keep);
    if (!found.size) this.halves(word, keep);
    return found;
  }

  /** Of a word that says nothing as a whole: the longest known word that it begins with, and the longest that it ends in. */
  halves(word, keep) {
    const places = Array.from({ length: Math.max(0, word.length - SHORTEST_HALF) }, (_, index) => index + SHORTEST_HALF);
    const starts = places.map((place) => word.slice(0, place)).reverse();
    for (const all of [starts, places.map((place) => word.slice(word.length - place)).reverse()]) {
      const half = all.find((one) => this.stems.has(stem(one)));
      for (const other of (half && this.stems.get(stem(half))) ?? []) keep(other, (SURE.head * half.length) / word.length);
    }
  }

  /** Words that begin with `word` or with its stem. */
  longer(word, keep) {
    if (word.length < SHORTEST_PREFIX) return;
    const bare = stem(word);
    // The stem of a plural begins the same words; one that is spelled otherwise begins others.
    const start = bare.length > SHORTEST_PREFIX && word.startsWith(bare) ? bare : word;
    for (const other of this.startingWith(start)) keep(other, SURE.prefix * (0.5 + (0.5 * start.length) / other.length));
  }

  /** Words that end in `word` or in its stem, and the parts of `word` itself. */
  compounds(word, keep) {
    if (word.length < SHORTEST_PART) return;
    const bare = stem(word);
    this.known.forEach((other, index) => {
      if (other.length > word.length) {
        if (this.isTail(other, word) || (bare.length >= SHORTEST_PART && this.isTail(this.bare[index], bare))) keep(other, SURE.tail);
      } else if (other.length >= SHORTEST_PART && other.length < word.length) this.partOf(word, other, keep);
    });
  }

  /** Whether `word` is the last part of the compound `whole`; a short word must leave a word before it (taakuren, not kleuren). */
  isTail(whole, word) {
    return whole.endsWith(word) && (word.length >= LONG || this.isHead(whole.slice(0, -word.length)));
  }

  partOf(word, other, keep) {
    if (word.endsWith(other)) {
      if (this.isHead(word.slice(0, -other.length))) keep(other, SURE.part * (0.4 + (0.6 * other.length) / word.length));
    } else if (word.startsWith(other)) {
      const rest = word.slice(other.length);
      const split = LINK.test(rest) || this.isPart(rest);
      if (split) keep(other, SURE.head * (0.4 + (0.6 * other.length) / word.length));
    }
  }

  /** Whether a compound may begin so: with a word, or with that and the letter or two that link it to the next. */
  isHead(start) {
    const bare = ["", "s", "e", "n", "en"].filter((link) => start.endsWith(link)).map((link) => start.slice(0, start.length - link.length));
    return bare.some((one) => one.length >= SHORTEST_PREFIX && this.stems.has(stem(one)));
  }

  /** Whether what is left of a compound is itself a word, after the letter or two that link its parts. */
  isPart(rest) {
    return [rest, rest.replace(/^(?:s|e|n)/, ""), rest.replace(/^en/, "")].some(
      (one) => one.length >= SHORTEST_PART && (this.set.has(one) || this.stems.has(stem(one))),
    );
  }

  slipped(word, keep) {
    const found = [...this.near(word, word.length < 4 ? 0 : word.length < 7 ? 1 : 2)];
    const fewest = Math.min(...found.map(([, count]) => count));
    for (const [other, count] of found) if (count === fewest) keep(other, count === 1 ? SURE.oneSlip : SURE.twoSlips);
  }

  /** Words within `most` slips of `word`, the start of longer words included: who is still typing errs too. */
  *near(word, most) {
    if (!most) return;
    const own = letters(word);
    for (let index = 0; index < this.known.length; index += 1) {
      const other = this.known[index];
      if (Math.abs(other.length - word.length) > most || unlike(own, this.signatures[index]) > 2 * most) continue;
      const count = slips(word, other, most);
      if (count > 0 && count <= most) yield [other, count];
    }
  }

  *startingWith(start) {
    const sorted = this.sorted;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < start) low = middle + 1;
      else high = middle;
    }
    for (; low < sorted.length && sorted[low].startsWith(start); low += 1) if (sorted[low] !== start) yield sorted[low];
  }
}

function grouped(all, by) {
  const groups = new Map();
  for (const word of all) {
    const key = by(word);
    const group = groups.get(key);
    if (group) group.push(word);
    else groups.set(key, [word]);
  }
  return groups;
}
