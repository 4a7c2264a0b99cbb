// A title, a keyword or what somebody typed, to be compared as a whole.

import { stem } from "./words.js";

/** A text, given as its words. */
export class Name {
  constructor(list) {
    this.words = list;
    this.stems = list.map(stem).join(" ");
  }

  /** Whether both say the same, be it in one word or in two. */
  is(other) {
    return this.stems === other.stems || this.joined === other.joined;
  }

  get joined() {
    return (this._joined ??= this.stems.replaceAll(" ", ""));
  }
}
