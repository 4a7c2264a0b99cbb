// What a query's words are worth for each entry. Values go by an entry's number in typed arrays, because at thousands of
// entries a Map for every word is what takes the time.

import { isLight, isStopWord, stem } from "./words.js";

/** A match that is less sure says nothing about how rare a word is, nor does it stand in for another. */
const SURE_ENOUGH = 0.7;
const ABOUT = 1;
/** What a word weighs that nearly every entry has. */
const COMMON = 0.15;
/** And a phrase of small words, which may mean something else, for that share of its weight. */
const VAGUE = 0.5;
/** And a word that goes with any subject. */
const LIGHT = 0.45;
const MOST_REMEMBERED = 200;

/** How well (`value`) and how surely (`sure`) something matches each entry, and by which `words` of the index, each with
 * how sure that is. */
class Values {
  constructor(count) {
    this.value = new Float32Array(count);
    this.sure = new Float32Array(count);
    this.words = new Map();
  }

  /** Remembers that `word` matches, as surely as can be. */
  know(word, sure) {
    if (sure > (this.words.get(word) ?? 0)) this.words.set(word, sure);
  }

  /** Takes over what `other` knows better, in so far as it is `sure`. */
  raise(other, sure) {
    for (const [word, own] of other.words) this.know(word, own * sure);
    for (let entry = 0; entry < this.value.length; entry += 1) {
      const value = other.value[entry] * sure;
      if (value <= this.value[entry]) continue;
      this.value[entry] = value;
      this.sure[entry] = other.sure[entry] * sure;
    }
  }

  copy() {
    const copy = new Values(0);
    [copy.value, copy.sure, copy.words] = [this.value.slice(), this.sure.slice(), new Map(this.words)];
    return copy;
  }
}

/** Makes terms of phrases. */
export class Terms {
  constructor({ lexicon, matcher, thesaurus, count, common }) {
    Object.assign(this, { lexicon, matcher, thesaurus, count, common });
    this.remembered = new Map();
    this.tells = new Map();
  }

  /** One term for each word of a phrase: `{word, weight, values}`. */
  of(phrase) {
    const alternatives = this.named(phrase);
    const own = phrase.filter((word) => !isStopWord(word));
    if (!own.length && phrase.length > 1) {
      const term = this.term(phrase.join(" "), new Values(this.count), alternatives);
      return [{ ...term, weight: term.weight * VAGUE }];
    }
    return (own.length ? own : phrase).map((word) => {
      const others = phrase.length > 1 ? this.named([word]) : [];
      return this.term(word, this.valuesOf(word).copy(), [...others, ...alternatives]);
    });
  }

  /** What else a phrase is called, with its values. */
  named(phrase) {
    const others = this.thesaurus.alternatives(phrase);
    return others.map((other) => ({ sure: other.sure, values: this.together(other.words) }));
  }

  /** A term; what it is also called helps to find, but makes a rare word no commoner. */
  term(word, values, alternatives) {
    const known = values.sure.some((sure) => sure >= SURE_ENOUGH);
    const own = known ? this.rarity(values) : 0;
    for (const other of alternatives) values.raise(other.values, other.sure);
    const weight = this.common.has(stem(word)) ? COMMON : own || this.rarity(values);
    return { word, values, weight: isLight(word) ? LIGHT * weight : weight };
  }

  /** The values of words that must stand together in an entry: that of the weakest. */
  together(list) {
    const [first, ...others] = list.map((word) => this.valuesOf(word, true));
    if (!others.length) return first;
    const all = first.copy();
    all.words.clear();
    for (const one of [first, ...others]) for (const [word, sure] of one.words) all.know(word, sure / list.length);
    for (const other of others) {
      for (let entry = 0; entry < this.count; entry += 1) all.value[entry] = Math.min(all.value[entry], other.value[entry]);
    }
    return all;
  }

  /** How a single word matches; with `itself` only the word itself and what its endings make of it. */
  valuesOf(word, itself = false) {
    const key = itself ? `${word} ` : word;
    let values = this.remembered.get(key);
    if (!values) {
      if (this.remembered.size > MOST_REMEMBERED) this.remembered.clear();
      this.remembered.set(key, (values = this.fresh(word, itself)));
    }
    return values;
  }

  fresh(word, itself) {
    const found = new Values(this.count);
    for (const [match, sure] of itself ? this.matcher.itself(word) : this.matcher.match(word)) {
      found.know(match, sure);
      const { entries, each } = this.lexicon.get(match);
      for (let index = 0; index < entries.length; index += 1) {
        const entry = entries[index];
        const value = sure * each[index];
        const known = found.value[entry];
        // Several words that match say a little more than the best of them.
        found.value[entry] = Math.max(known, value) + 0.1 * Math.min(known, value);
        found.sure[entry] = Math.max(found.sure[entry], sure);
      }
    }
    return found;
  }

  /** A function from a name, given as its words, to how alike it and the query of these terms are: 0 to 1. */
  likeness(terms) {
    const places = new Map();
    terms.forEach(({ values }, place) => {
      for (const [word, sure] of values.words) {
        const known = places.get(word);
        if (known) known.push(place, sure);
        else places.set(word, [place, sure]);
      }
    });
    const asked = terms.reduce((sum, { weight }) => sum + weight, 0);
    return (name) => (name.some((word) => places.has(word)) ? this.shares(name, terms, places) / asked : 0);
  }

  /** What share of a name the terms say, times the weight of the terms that it says. */
  shares(name, terms, places) {
    const best = new Float32Array(terms.length);
    let whole = 0;
    let own = 0;
    for (const word of name) {
      const known = places.get(word) ?? [];
      let most = 0;
      for (let index = 0; index < known.length; index += 2) {
        const [place, sure] = [known[index], known[index + 1]];
        most = Math.max(most, sure);
        best[place] = Math.max(best[place], sure);
      }
      const weight = this.telling(word);
      whole += weight;
      own += weight * most;
    }
    return own && (own / whole) * terms.reduce((sum, { weight }, place) => sum + weight * best[place], 0);
  }

  /** How much a word of a name tells. */
  telling(word) {
    if (isStopWord(word)) return 0;
    const bare = stem(word);
    let known = this.tells.get(bare);
    if (known === undefined) {
      let entries = 0.5;
      for (const one of this.matcher.stems.get(bare) ?? []) entries += this.lexicon.chosen(one);
      const rarity = Math.log(1 + this.count / entries);
      known = this.common.has(bare) ? COMMON * rarity : rarity * (isLight(word) ? LIGHT : 1);
      this.tells.set(bare, known);
    }
    return known;
  }

  /** How few entries a word is about; one that only mentions it counts for less. */
  rarity({ value, sure }) {
    let spread = 0;
    for (let entry = 0; entry < this.count; entry += 1) {
      spread += (Math.min(1, sure[entry] / SURE_ENOUGH) * value[entry]) / (value[entry] + ABOUT);
    }
    return Math.log(1 + (this.count - spread + 0.5) / (spread + 0.5));
  }
}
