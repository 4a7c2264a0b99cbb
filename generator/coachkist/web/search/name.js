// A title, a keyword or what somebody typed, to be compared as a whole.

import { root, stem } from "./words.js";

const SHORTEST_START = 3;

/** A text, given as its words, by their stems and roots. */
export class Name {
  constructor(list) {
    this.stems = list.map(stem).join(" ");
    this.roots = list.map(root);
    this.known = new Set(this.roots);
  }

  /** Whether both say the same, be it in one word or in two. */
  is(other) {
    return this.stems === other.stems || this.joined === other.joined;
  }

  /** Whether `other` has all these words, in any order. */
  within(other) {
    return this.known.size <= other.known.size && this.roots.every((one) => other.known.has(one));
  }

  /** Whether `other` begins with these words. */
  begins(other) {
    return this.stems.length > SHORTEST_START && `${other.stems} `.startsWith(`${this.stems} `);
  }

  get joined() {
    return (this._joined ??= this.stems.replaceAll(" ", ""));
  }
}
