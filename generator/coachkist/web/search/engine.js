// Our own search in Dutch: a pure engine, without page, worker or network.
//
//   const engine = createSearch(indexData);        // the parsed assets/search-index.json
//   engine.search("hoe film ik mijn les")          // [{id, kind, kindLabel, url, title, summary, score, marked, sections, …}]
//   engine.nearest("kijkwijsr")                    // ["kijkwijzer", …]: words that do find something
//   engine.complete("kijkw")                       // "kijkwijzer", or ""
//
// `url` is relative to the site's root. Hits come best first; `score` compares hits of one query only. Where a page may
// fetch, `open.js` reads it: `const engine = await readSearch(fetch(address))`. Nothing is kept between queries but
// what makes the next one quicker.

import { decode } from "./decode.js";
import { Hit } from "./hit.js";
import { Matcher } from "./match.js";
import { Name } from "./name.js";
import { Reader } from "./query.js";
import { Terms } from "./terms.js";
import { Thesaurus, telling } from "./thesaurus.js";
import { isStopWord, stem, words } from "./words.js";

/** What is rather not the answer, unless it matches better: pages that list entries, books that hold
 * them, sheets that go with them, terms that lead to them; and what is to be read comes after what is to be done. */
const PRIOR = { page: 0.7, term: 0.6, sheet: 0.7, chapter: 0.75, workbook: 0.8, model: 0.85 };
/** An entry of the kind that was asked for, such as a sheet. */
const ASKED = 1.1;
const SATURATION = 5;
/** So many of the best are looked at more closely: whether a title or keyword is what was asked. */
const CLOSER = 60;
/** How much more an entry scores when its title is just what was asked, or a keyword. */
const TITLE_BONUS = 1.3;
const KEYWORD_BONUS = 0.75;
/** And that share of what its next such keyword would do: two ways of asking are surer than one. */
const SECOND = 0.2;
/** Hits that score less than this share of the best are noise. */
const WORTH = 0.12;
const SURE_ENOUGH = 0.7;
/** An engine for the parsed index `data`. */
export function createSearch(data) {
  return new Engine(data);
}

class Engine {
  constructor(data) {
    const { entries, lexicon, kinds } = decode(data);
    this.entries = entries;
    this.lexicon = lexicon;
    this.kinds = kinds;
    this.labels = data.words;
    this.matcher = new Matcher(lexicon.words);
    this.thesaurus = new Thesaurus(data.same, data.synonyms);
    const common = new Set(words(data.everywhere).map(stem));
    this.terms = new Terms({ ...this, count: entries.length, common });
    this.reader = new Reader(this.matcher, this.thesaurus);
    this.named = new Map();
  }

  /** Works out now what the first query would have to wait for. */
  prepare() {
    this.matcher.prepare();
    this.search(this.entries[0]?.title ?? ""); // so that the browser has compiled what answers
  }

  /** The entries that answer `query`, best first, `most` of them at most. */
  search(query, most = Infinity) {
    const phrases = this.reader.phrases(query);
    const terms = phrases.flatMap((phrase) => this.terms.of(phrase));
    const scores = this.scores(terms, this.priors(phrases.flat()));
    const ranked = [...scores.keys()].filter((entry) => scores[entry] > 0).sort((one, other) => scores[other] - scores[one]);
    const asked = new Name(this.reader.own(query));
    const likeness = this.terms.likeness(terms);
    for (const entry of ranked.slice(0, CLOSER)) scores[entry] *= this.bonus(entry, asked, likeness);
    ranked.sort((one, other) => scores[other] - scores[one] || one - other);
    const worth = ranked.filter((entry) => scores[entry] >= WORTH * scores[ranked[0]]).slice(0, most);
    return worth.map((entry) => new Hit(this.entries[entry], entry, scores[entry], terms, this.lexicon));
  }

  /** For each kind what its entries' scores are multiplied by, given the words, by which one may be asked for. */
  priors(list) {
    const stems = list.map(stem);
    const asked = (typed) => stems.some((one) => typed.has(one));
    return new Map([...this.kinds].map(([kind, typed]) => [kind, asked(typed) ? ASKED : (PRIOR[kind] ?? 1)]));
  }

  /** For each entry, what the terms are worth together; less where they are not all there. */
  scores(terms, priors) {
    const total = terms.reduce((sum, term) => sum + term.weight, 0);
    return Float64Array.from(this.entries, (entry, number) => {
      let score = 0;
      let covered = 0;
      for (const { weight, values } of terms) {
        const value = values.value[number];
        score += (weight * value) / (value + SATURATION);
        covered += weight * Math.min(1, value, values.sure[number] / SURE_ENOUGH);
      }
      return score && score * (0.3 + 0.7 * (covered / total)) * priors.get(entry.kind);
    });
  }

  /** More for an entry with a title or keywords like what was asked: the more alike, the more. */
  bonus(number, asked, likeness) {
    let [best, next] = [0, 0];
    for (const [own, bonus] of this.names(number)) {
      const more = bonus * (own.is(asked) ? 1 : likeness(own.words) ** 2);
      if (more > best) [best, next] = [more, best];
      else next = Math.max(next, more);
    }
    return 1 + best + SECOND * next;
  }

  /** The title and keywords of an entry, each with what it is worth to be asked for. */
  names(number) {
    let names = this.named.get(number);
    if (!names) {
      const { title, keywords } = this.entries[number];
      const name = (text, worth) => [new Name(this.reader.own(text)), worth];
      names = [name(title, TITLE_BONUS), ...keywords.map((keyword) => name(keyword, KEYWORD_BONUS))];
      this.named.set(number, names);
    }
    return names;
  }

  /** The words nearest to what was typed that do find something, best first. */
  nearest(query, most = 4) {
    const found = new Map();
    for (const word of telling(query)) {
      for (const [other, count] of this.matcher.near(word, word.length < 5 ? 2 : 3)) {
        if (other.length > 3 && !isStopWord(other)) found.set(other, Math.min(count, found.get(other) ?? count));
      }
    }
    const heaviest = (word) => Math.max(...this.lexicon.get(word).each);
    const order = ([one, a], [other, b]) => a - b || heaviest(other) - heaviest(one) || (one < other ? -1 : 1);
    return [...found].sort(order).slice(0, most).map(([word]) => word);
  }

  /** The likeliest word that begins with the last word of `query`, or nothing. */
  complete(query) {
    const last = /[\p{L}\p{N}]+$/u.exec(query)?.[0] ?? "";
    const [start] = words(last);
    if (!start || start.length < 2 || this.lexicon.has(start)) return "";
    let best = ["", 0];
    for (const word of this.matcher.startingWith(start)) {
      let weight = 0;
      for (const one of this.lexicon.get(word).each) weight += one >= 3 ? one : one / 10;
      if (weight > best[1]) best = [word, weight];
    }
    return best[0] && best[0].startsWith(start) ? last + best[0].slice(start.length) : "";
  }
}
