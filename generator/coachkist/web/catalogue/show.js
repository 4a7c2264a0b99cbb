// What the filter tells: how many there are, how many there would be, what was chosen, and the way out of "none".

import { fill, make } from "../base/dom.js";

const labelOf = (box) => box.closest("label").querySelector(".ck-facet__label").textContent;

/** Beside each box, how many work forms remain with it. */
export function showCounts(boxes, counts, choiceOf) {
  for (const box of boxes) {
    const label = box.closest("label");
    const count = counts.get(choiceOf(box)) ?? 0;
    label.querySelector(".ck-facet__count").textContent = count;
    label.classList.toggle("ck-facet__choice--none", !count && !box.checked);
  }
}

/** The line that says how many work forms are shown; screen readers hear it change. */
export function showStatus(page, count, total) {
  const status = page.querySelector(".ck-catalogue__status");
  const { all, some, one, none } = status.dataset;
  const text = count === total ? all : [none, one][count] ?? some;
  const told = fill(text, { n: count, total });
  if (status.textContent !== told) status.textContent = told;
}

/** What the order is called that is not by time: with words typed, what answers them best comes first. */
export function showOrder(form, words) {
  const option = form.volgorde.options[0];
  option.textContent = words ? option.dataset.best : option.dataset.title;
}

/** A button for each choice, to take it away; and how many there are, on the fold that a phone shows. */
export function showChosen(page, boxes, words) {
  const list = page.querySelector(".ck-chosen");
  const chips = boxes.map((box) => chip(list, labelOf(box), { "data-facet": box.name, "data-value": box.value }));
  if (words) chips.push(chip(list, fill(list.dataset.words, { words }), { "data-facet": "woorden" }));
  list.replaceChildren(...chips.map((button) => make("li", {}, button)));
  list.hidden = !chips.length;
  page.querySelector("[data-ck-chosen]").textContent = boxes.length || "";
}

function chip(list, label, attributes) {
  const name = fill(list.dataset.remove, { label });
  return make("button", { type: "button", class: "ck-chip", "aria-label": name, ...attributes }, label);
}

/** With nothing found: which facet to let go, and how many there are then. */
export function showWaysOut(page, ways, boxes, words) {
  const line = page.querySelector(".ck-catalogue__way-out");
  line.hidden = !ways.length;
  const buttons = ways.map(({ facet, count }) => {
    const label = boxes.filter((box) => box.name === facet).map(labelOf).join(", ") || words;
    const text = fill(line.dataset.choice, { label, n: count });
    return make("button", { type: "button", class: "ck-chip", "data-facet": facet }, text);
  });
  line.replaceChildren(line.dataset.label, " ", ...buttons);
}
