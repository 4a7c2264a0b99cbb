// Our own search in Dutch: a pure engine, without page, worker or network.
//
//   const engine = createSearch(indexData);        // the parsed assets/search-index.json
//   engine.search("hoe film ik mijn les")          // [{id, kind, kindLabel, url, title, summary, score, marked, sections, …}]
//   engine.nearest("kijkwijsr")                    // ["kijkwijzer", …]: words that do find something
//   engine.complete("kijkw")                       // "kijkwijzer", or ""
//
// `url` is relative to the site's root. Hits come best first; `score` compares hits of one query only. Where a page may
// fetch, `open.js` does the fetching: `const engine = await openSearch(address)`. Nothing is kept between queries but
// what makes the next one quicker.

import { decode } from "./decode.js";
import { Matcher } from "./match.js";
import { Thesaurus, telling } from "./thesaurus.js";
import { isStopWord, stem, words } from "./words.js";

/** What is rather not the answer, unless it matches better: pages that list entries, books that hold
 * them, terms that lead to them; and what is to be read comes after what is to be done. */
const PRIOR = { page: 0.6, term: 0.7, chapter: 0.75, workbook: 0.8, model: 0.9 };
const SATURATION = 4;
const ABOUT = 1;
const SHORT = 5;
/** Nobody types more than this; a page pasted into the box must not hang it. */
const MOST_WORDS = 24;
const TITLE_BONUS = 1.9;
const KEYWORD_BONUS = 1.5;
const INSIDE_BONUS = 1.15;
/** Hits that score less than this share of the best are noise. */
const WORTH = 0.12;
const SURE_ENOUGH = 0.7;
/** What a word weighs that nearly every entry has. */
const COMMON = 0.15;
/** And a phrase of small words, which may mean something else, for that share of its weight. */
const VAGUE = 0.5;

/** An engine for the parsed index `data`. */
export function createSearch(data) {
  return new Engine(data);
}

class Engine {
  constructor(data) {
    const { entries, lexicon } = decode(data);
    this.entries = entries;
    this.lexicon = lexicon;
    this.labels = data.words;
    this.matcher = new Matcher([...lexicon.keys()]);
    this.common = new Set(words(data.everywhere).map(stem));
    this.thesaurus = new Thesaurus(data.same, data.synonyms);
  }

  /** The entries that answer `query`, best first, `most` of them at most. */
  search(query, most = Infinity) {
    const list = words(query).slice(0, MOST_WORDS).map((word) => this.thesaurus.ownWord(word));
    const terms = this.joined(this.thesaurus.cut(list)).flatMap((phrase) => this.termsOf(phrase));
    const total = terms.reduce((sum, term) => sum + term.weight, 0);
    const scores = new Map();
    for (const term of terms) {
      for (const [entry, { value, sure }] of term.values) {
        const score = scores.get(entry) ?? { score: 0, covered: 0 };
        score.score += (term.weight * value) / (value + SATURATION);
        score.covered += term.weight * Math.min(1, value, sure / SURE_ENOUGH);
        scores.set(entry, score);
      }
    }
    const hits = [...scores].map(([entry, found]) => this.hit(entry, found, total, terms, spelled(query)));
    hits.sort((one, other) => other.score - one.score || one.number - other.number);
    return hits.filter((hit) => hit.score >= WORTH * hits[0].score).slice(0, most);
  }

  /** Adds, for words written apart that the index knows as one (`stellingen spel`), that one. */
  joined(phrases) {
    return phrases.flatMap((phrase, position) => {
      const next = phrases[position + 1];
      if (phrase.length > 1 || next?.length !== 1) return [phrase];
      const together = phrase[0] + next[0];
      return this.matcher.stems.has(stem(together)) ? [phrase, [together]] : [phrase];
    });
  }

  /** One term for each word of a phrase: how much it weighs, and its value for each entry it matches. */
  termsOf(phrase) {
    const alternatives = this.thesaurus
      .alternatives(phrase)
      .map((other) => ({ sure: other.sure, values: this.together(other.words) }));
    const own = phrase.filter((word) => !isStopWord(word));
    // A phrase of small words (`niet willen`) counts as one, by what else it is called.
    if (!own.length && phrase.length > 1) {
      const term = this.term(phrase.join(" "), new Map(), alternatives);
      return [{ ...term, weight: term.weight * VAGUE }];
    }
    return (own.length ? own : phrase).map((word) => {
      const single = phrase.length > 1 ? this.thesaurus.alternatives([word]) : [];
      const others = single.map((other) => ({ sure: other.sure, values: this.together(other.words) }));
      return this.term(word, this.valuesOf(word), [...others, ...alternatives]);
    });
  }

  term(word, values, alternatives) {
    for (const other of alternatives) raise(values, other.values, other.sure);
    return { word, values, weight: this.common.has(stem(word)) ? COMMON : this.rarity(values) };
  }

  /** The values of words that must stand together in an entry: that of the weakest. */
  together(list) {
    const [first, ...others] = list.map((word) => this.valuesOf(word, SURE_ENOUGH));
    for (const [entry, found] of first ?? []) {
      for (const other of others) {
        const value = Math.min(first.get(entry)?.value ?? 0, other.get(entry)?.value ?? 0);
        if (value) first.set(entry, { value, sure: found.sure, words: new Set([...found.words, ...other.get(entry).words]) });
        else first.delete(entry);
      }
    }
    return first ?? new Map();
  }

  /** For each entry that `word` matches: how well, how surely, and by which words of the index. */
  valuesOf(word, least = 0) {
    const values = new Map();
    for (const [match, sure] of this.matcher.match(word)) {
      if (sure < least) continue;
      for (const [entry, weight] of this.lexicon.get(match)) {
        const found = values.get(entry);
        if (!found) values.set(entry, { value: sure * weight, sure, words: new Set([match]) });
        else {
          found.words.add(match);
          found.value = Math.max(found.value, sure * weight) + 0.1 * Math.min(found.value, sure * weight);
          found.sure = Math.max(found.sure, sure);
        }
      }
    }
    return values;
  }

  /** How few entries a word is about; one that only mentions it counts for less. */
  rarity(values) {
    let spread = 0;
    for (const { sure, value } of values.values()) spread += (Math.min(1, sure / SURE_ENOUGH) * value) / (value + ABOUT);
    const all = this.entries.length;
    return Math.log(1 + (all - spread + 0.5) / (spread + 0.5));
  }

  hit(number, { score, covered }, total, terms, asked) {
    const entry = this.entries[number];
    const found = terms.filter((term) => term.values.has(number));
    const marked = new Set(found.flatMap((term) => [...term.values.get(number).words]));
    const bonus = this.bonus(entry, asked) * (PRIOR[entry.kind] ?? 1);
    return {
      number,
      id: entry.id,
      kind: entry.kind,
      kindLabel: entry.kindLabel,
      url: entry.url,
      title: entry.title,
      summary: entry.summary,
      score: score * (0.3 + 0.7 * (covered / total)) * bonus,
      marked,
      missing: terms.filter((term) => !term.values.has(number)).map((term) => term.word),
      sections: entry.sections.filter((section) => found.length && found.every((term) => touches(section, term, number))),
    };
  }

  /** More for an entry whose title or keyword is what was asked, or a part of it: the longer the part, the more. */
  bonus(entry, asked) {
    let best = 1;
    for (const [text, whole] of [[entry.title, TITLE_BONUS], ...entry.keywords.map((one) => [one, KEYWORD_BONUS])]) {
      const own = spelled(text);
      if (own === asked) best = Math.max(best, whole);
      else if (own.length > SHORT && asked.includes(own)) best = Math.max(best, INSIDE_BONUS ** (own.split(" ").length - 2));
      else if (asked.length > SHORT && own.startsWith(asked)) best = Math.max(best, INSIDE_BONUS);
    }
    return best;
  }

  /** The words nearest to what was typed that do find something, best first. */
  nearest(query, most = 4) {
    const found = new Map();
    for (const word of telling(query)) {
      for (const [other, count] of this.matcher.near(word, word.length < 5 ? 2 : 3)) {
        if (other.length > 3 && !isStopWord(other)) found.set(other, Math.min(count, found.get(other) ?? count));
      }
    }
    const heaviest = (word) => Math.max(...this.lexicon.get(word).values());
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
      for (const one of this.lexicon.get(word).values()) weight += one >= 3 ? one : one / 10;
      if (weight > best[1]) best = [word, weight];
    }
    return best[0] && best[0].startsWith(start) ? last + best[0].slice(start.length) : "";
  }
}

/** A text as its stems in a row, with a space at both ends so that words are only found whole. */
const spelled = (text) => ` ${words(text).map(stem).join(" ")} `;

/** Puts into `values` what `others` know better, in so far as they are `sure`. */
function raise(values, others, sure) {
  for (const [entry, other] of others) {
    const found = values.get(entry);
    const value = other.value * sure;
    const both = new Set([...(found?.words ?? []), ...other.words]);
    if (!found || value > found.value) values.set(entry, { value, sure: other.sure * sure, words: both });
    else found.words = both;
  }
}

/** Whether a section itself has what a term matched in its entry. */
function touches(section, term, number) {
  for (const word of term.values.get(number).words) if (section.words.has(word)) return true;
  return false;
}
