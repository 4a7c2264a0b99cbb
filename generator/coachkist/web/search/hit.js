// An entry that answers a query. What only the shown ones need is worked out when it is asked for.

/** A hit; the fields that a page may use are `id`, `kind`, `kindLabel`, `url`, `title`, `summary` and `score`. */
export class Hit {
  constructor(entry, number, score, terms, lexicon) {
    const { id, kind, kindLabel, url, title, summary } = entry;
    Object.assign(this, { id, kind, kindLabel, url, title, summary, score, number });
    this.#entry = entry;
    this.#terms = terms;
    this.#lexicon = lexicon;
  }

  #entry;
  #terms;
  #lexicon;

  get #found() {
    return this.#terms.filter((term) => term.values.value[this.number] > 0);
  }

  /** The words of the index that matched in this entry, those that say most first. */
  get marked() {
    const own = ([word]) => this.#lexicon.get(word).weights.has(this.number);
    const each = this.#found.flatMap(({ weight, values }) => [...values.words].filter(own).map(([word, sure]) => [word, weight * sure]));
    return new Set(each.sort((one, other) => other[1] - one[1]).map(([word]) => word));
  }

  /** What was typed and is not in this entry. */
  get missing() {
    return this.#terms.filter((term) => !(term.values.value[this.number] > 0)).map((term) => term.word);
  }

  /** The sections that have all that the entry matched. */
  get sections() {
    const found = this.#found;
    const has = (section, term) => [...term.values.words.keys()].some((word) => this.#lexicon.get(word).sections.has(section.number));
    return found.length ? this.#entry.sections.filter((section) => found.every((term) => has(section, term))) : [];
  }
}
