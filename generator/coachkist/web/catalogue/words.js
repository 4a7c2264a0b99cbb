// Which work forms answer the words that somebody types. Our own search says so; until its index is there, and where it
// does not come, every word has to stand somewhere in the card or among its keywords.

import { createSearch } from "../search/engine.js";
import { load } from "../base/data.js";

/** `text` without capitals and accents, so that "coordinatie" finds "coördinatie". */
export const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");

/** A search over `entries` ({ id, text }); its index, at `address`, is fetched when `open` is first called. */
export class Words {
  #engine = null;
  #opening = null;

  constructor(entries, address) {
    this.entries = entries;
    this.address = address;
  }

  /** Gets the index, once; resolves when it is there. */
  open() {
    this.#opening ??= load(this.address).then((data) => (this.#engine = createSearch(data)));
    return this.#opening;
  }

  /** The entries that answer `typed`, best first; all of them, in their own order, where nothing was typed. */
  find(typed) {
    const words = fold(typed).split(/\s+/).filter(Boolean);
    if (!words.length) return this.entries;
    if (!this.#engine) return this.entries.filter(({ text }) => words.every((word) => text.includes(word)));
    const places = new Map(this.#engine.search(typed).map(({ id }, place) => [id, place]));
    const found = this.entries.filter(({ id }) => places.has(id));
    return found.sort((one, other) => places.get(one.id) - places.get(other.id));
  }
}
