// The filter of the page with all work forms. The list is in the page; this hides, counts and sorts.

import { onAddress, readAddress, writeAddress } from "../base/address.js";
import { byFacet, countChoices, fittingWays, waysOut } from "./filter.js";
import { readEntries } from "./list.js";
import { showChosen, showCounts, showOrder, showStatus, showWaysOut } from "./show.js";
import { Words } from "./words.js";

// Not "q": that is where the theme looks for words to open its own search with.
const WORDS = "woorden";
const WIDE = matchMedia("(min-width: 60em)");

const page = document.querySelector("[data-ck-catalogue]");
const form = page.querySelector(".ck-filter");
const list = page.querySelector(".ck-cards");
const entries = readEntries(list);
const search = new Words(entries, page.dataset.ckIndex);
const boxes = [...form.querySelectorAll("input[type=checkbox]")];

const choiceOf = (box) => `${box.name}:${box.value}`;
const chosenBoxes = () => boxes.filter((box) => box.checked);

/** Sets the form as the address says. */
function read() {
  const pairs = readAddress();
  const chosen = new Set(pairs.map(([name, value]) => `${name}:${value}`));
  const first = (name) => pairs.find(([key]) => key === name)?.[1] ?? "";
  for (const box of boxes) {
    box.checked = chosen.has(choiceOf(box));
    if (box.checked) box.closest("details").open = true;
  }
  form.woorden.value = first(WORDS);
  form.volgorde.value = first("volgorde") === "tijd" ? "tijd" : "";
}

/** Sets the address as the form says. */
function write(options) {
  const pairs = chosenBoxes().map((box) => [box.name, box.value]);
  if (form.woorden.value.trim()) pairs.push([WORDS, form.woorden.value.trim()]);
  if (form.volgorde.value) pairs.push(["volgorde", form.volgorde.value]);
  writeAddress(pairs, options);
}

/** Shows what fits, and how many there would be. */
function apply() {
  const groups = byFacet(chosenBoxes().map(choiceOf));
  const words = form.woorden.value.trim();
  const found = search.find(words);
  const shown = found.filter((entry) => fittingWays(entry, groups).length);
  for (const entry of entries) entry.show(shown.includes(entry) ? new Set(fittingWays(entry, groups)) : null);
  list.append(...inOrder(shown).map((entry) => entry.element));
  showOrder(form, words);
  showCounts(boxes, countChoices(found, groups), choiceOf);
  showStatus(page, shown.length, entries.length);
  showChosen(page, chosenBoxes(), words);
  showWaysOut(page, shown.length ? [] : outs(found, groups), chosenBoxes(), words);
}

/** What could be let go, with what that would give. */
function outs(found, groups) {
  const without = entries.filter((entry) => fittingWays(entry, groups).length).length;
  return [...waysOut(found, groups), ...(without ? [{ facet: WORDS, count: without }] : [])];
}

/** Short before long if asked for; else as found: by title, or what answers the words best first. */
function inOrder(shown) {
  if (form.volgorde.value !== "tijd") return shown;
  return [...shown].sort((one, other) => one.minutes() - other.minutes());
}

/** Has the index come, and shows what it finds. Without it the filter does with the words on the cards. */
function openSearch() {
  search.open().then(apply, () => {});
}

function changed(options) {
  write(options);
  apply();
}

/** Takes away the choices of `facet`, or the one `value` in it, or the words. */
function drop({ facet, value }) {
  if (facet === WORDS) form.woorden.value = "";
  for (const box of boxes) if (box.name === facet && (!value || box.value === value)) box.checked = false;
  changed();
}

form.addEventListener("input", (event) => changed({ replace: event.target === form.woorden }));
form.woorden.addEventListener("focus", openSearch, { once: true });
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", (event) => {
  event.preventDefault(); // "Reset" would bring back what the browser remembered, not an empty form.
  for (const box of boxes) box.checked = false;
  form.woorden.value = "";
  changed();
});
page.addEventListener("click", (event) => {
  const button = event.target.closest("[data-facet]");
  if (!button) return;
  drop(button.dataset);
  page.querySelector(".ck-catalogue__status").focus();
});
onAddress(() => {
  read();
  apply();
});

const fold = form.querySelector(".ck-filter__fold");
const unfold = () => (fold.open = WIDE.matches);
WIDE.addEventListener("change", unfold);
unfold();

read();
apply();
page.classList.add("ck-catalogue--ready");
if (form.woorden.value) openSearch();
