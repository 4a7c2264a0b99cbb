// What somebody typed, as phrases to look up: verbs put together again, words written apart joined, unknown compounds cut.

import { isStopWord, root, stem, words } from "./words.js";

/** Nobody types more than this; a page pasted into the box must not hang it. */
const MOST_WORDS = 24;
const SHORTEST_HEAD = 3;
const SHORTEST_TAIL = 3;
const LINKS = ["", "s", "en", "n", "e"];
/** What a Dutch verb leaves behind at the end: wat levert het op. */
const PARTICLES = new Set("aan achter af bij door in mee na om op over samen tegen terug toe uit vast voor weg".split(" "));
/** How far back the verb may stand that a particle belongs to. */
const REACH = 5;

/** Reads queries with a `matcher` for the words of the index and a `thesaurus`. */
export class Reader {
  constructor(matcher, thesaurus) {
    Object.assign(this, { matcher, thesaurus });
  }

  /** The phrases of `query`, each an array of words. */
  phrases(query) {
    const list = this.whole(this.own(query)).flatMap((word) => this.parts(word));
    return this.joined(this.thesaurus.cut(list));
  }

  /** The words of `text` as this edition says them: leraar becomes leerkracht. */
  own(text) {
    return words(text).slice(0, MOST_WORDS).map((word) => this.thesaurus.ownWord(word));
  }

  /** Whether the index or the thesaurus has the word in one form or another. */
  knows(word) {
    return this.isWord(word) || this.matcher.roots.has(root(word));
  }

  /** Verbs with the particle at the end of the sentence put back in front: levert … op becomes oplevert. */
  whole(list) {
    const last = list.at(-1);
    if (!PARTICLES.has(last)) return list;
    for (let place = list.length - 2; place >= Math.max(0, list.length - 1 - REACH); place -= 1) {
      const together = last + list[place];
      if (isStopWord(list[place]) || !this.matcher.roots.has(root(together))) continue;
      return [...list.slice(0, place), together, ...list.slice(place + 1, -1)];
    }
    return list;
  }

  /** An unknown compound as two words that are known, the last as long as can be; or the word itself. */
  parts(word) {
    if (this.knows(word)) return [word];
    let best = [word];
    let most = 0;
    for (let place = SHORTEST_HEAD; place <= word.length - SHORTEST_TAIL; place += 1) {
      const tail = word.slice(place);
      const head = this.headOf(word.slice(0, place));
      if (!head || isStopWord(tail) || !this.knows(tail)) continue;
      const sure = 1 + this.isWord(head) + this.isWord(tail);
      if (sure > most) [best, most] = [[head, tail], sure];
    }
    return best.map((part) => this.thesaurus.ownWord(part));
  }

  /** Whether the index or the thesaurus has the very word, or a plural or the like of it. */
  isWord(word) {
    return this.matcher.stems.has(stem(word)) || this.thesaurus.has(word);
  }

  /** The known word that `start` is, with or without the letters that link it to the rest of a compound. */
  headOf(start) {
    const bare = LINKS.filter((link) => start.endsWith(link)).map((link) => start.slice(0, start.length - link.length));
    return bare.find((one) => one.length >= SHORTEST_HEAD && !isStopWord(one) && this.knows(one));
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
}
