// Words and phrases that mean the same to who searches.

import { isStopWord, stem, words } from "./words.js";

const LONGEST = 6;
const SAME = 1;
const LIKE = 0.8;

/** The words of a phrase that count, or all of them where none does. */
export function telling(phrase) {
  const all = words(phrase);
  const some = all.filter((word) => !isStopWord(word));
  return some.length ? some : all;
}

/** Whether a phrase is one word and small ones that turn its meaning: `niet sturend` may be typed, but `sturend` is not it. */
const blurred = (phrase) => phrase.words.length === 1 && phrase.all.length > 1;

/** The words of a phrase in whatever order: who wil niet is who niet wil. */
const keyOf = (list) => list.map(stem).sort().join(" ");

/** Looks phrases up: those that are the very same word in another school's mouth, and those that mean about the same. */
export class Thesaurus {
  constructor(same, synonyms) {
    this.groups = new Map();
    this.own = new Map();
    for (const group of same) {
      this.add(group, SAME);
      for (const word of group.flatMap(telling)) this.own.set(stem(word), telling(group[0])[0]);
    }
    const replaced = new Set(same.flatMap((group) => group.flatMap(words)));
    for (const group of synonyms) {
      this.add(group, LIKE);
      this.keepApart(group.map(words), replaced);
    }
  }

  /** A word that means something else besides (a student in a class, and one who trains to teach) stays as it was typed. */
  keepApart(phrases, replaced) {
    const single = new Set(phrases.filter((list) => list.length === 1).flat());
    for (const word of single) if (replaced.has(word) && !single.has(this.ownWord(word))) this.own.delete(stem(word));
  }

  add(group, sure) {
    const phrases = group.map((text) => ({ all: words(text), words: telling(text) })).filter((phrase) => phrase.all.length);
    for (const phrase of phrases) {
      const whole = keyOf(phrase.all);
      for (const key of blurred(phrase) ? [whole] : new Set([keyOf(phrase.words), whole])) {
        const found = this.groups.get(key) ?? new Map();
        for (const other of phrases) {
          const otherKey = keyOf(other.words);
          if (other === phrase || blurred(other) || otherKey === key || sure <= (found.get(otherKey)?.sure ?? 0)) continue;
          found.set(otherKey, { words: other.words, sure });
        }
        this.groups.set(key, found);
      }
    }
  }

  /** This edition's own word for one that another school uses: whoever types leraar finds what leerkracht finds. */
  ownWord(word) {
    return this.own.get(stem(word)) ?? word;
  }

  /** Whether anything else is known for `word` by itself. */
  has(word) {
    return this.groups.has(stem(word));
  }

  /** What else the word or words may be called: `[{words, sure}]`. */
  alternatives(list) {
    return [...(this.groups.get(keyOf(list))?.values() ?? [])];
  }

  /** Cuts what somebody typed into the phrases known here and single words; of the others only those that tell. */
  cut(list) {
    const found = [];
    let rest = [];
    const flush = () => {
      found.push(...this.phrases(rest));
      rest = [];
    };
    for (const phrase of this.phrases(list)) {
      if (phrase.length > 1 && phrase.some(isStopWord)) {
        flush();
        found.push(phrase);
      } else rest.push(...phrase.filter((word) => !isStopWord(word)));
    }
    flush();
    return found.length ? found : list.map((word) => [word]);
  }

  /** The longest phrases known here, from left to right, and between them single words. */
  phrases(list) {
    const found = [];
    for (let start = 0; start < list.length; ) {
      let length = Math.min(LONGEST, list.length - start);
      while (length > 1 && !this.groups.has(keyOf(list.slice(start, start + length)))) length -= 1;
      found.push(list.slice(start, start + length));
      start += length;
    }
    return found;
  }
}
