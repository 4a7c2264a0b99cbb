// The cards in the page as entries that can be filtered.

import { fold } from "./words.js";

const valuesOf = (element) => element.dataset.ckValues.split(" ").filter(Boolean);

/**
 * An entry for each card in `list`: { id, element, text, ways, show, minutes }.
 *
 * `show(ways)` shows the card with only those of its ways in full view, or hides it (null); `minutes()` is the time of
 * the shortest way that shows.
 */
export const readEntries = (list) => [...list.children].map(readEntry);

function readEntry(element) {
  const shared = valuesOf(element);
  const rows = [...element.querySelectorAll(".ck-way")];
  const ways = rows.map((row) => new Set([...shared, ...valuesOf(row)]));
  const shown = () => rows.filter((row) => !row.classList.contains("ck-way--other"));
  return {
    id: element.dataset.ckId,
    element,
    text: fold(`${element.textContent} ${element.dataset.ckWords}`),
    ways,
    show(fitting) {
      element.hidden = !fitting;
      rows.forEach((row, index) => row.classList.toggle("ck-way--other", !!fitting && !fitting.has(ways[index])));
    },
    minutes: () => Math.min(...shown().map((row) => Number(row.dataset.ckMinutes))),
  };
}
