// What the finder shows: the answers so far, the question, the ways on and back, and in the end the work forms.

import { pageAddress } from "../base/data.js";
import { fill, icon, make } from "../base/dom.js";
import { reasons } from "./reasons.js";

const LIST = "werkvormen/";

const button = (label, className, action, attributes = {}) => {
  const element = make("button", { type: "button", class: className, ...attributes }, label);
  element.addEventListener("click", action);
  return element;
};

/** The text of an answer; null is "it does not matter". */
const labelOf = (question, answer, words) =>
  answer === null ? words.any : question.answers.find(({ id }) => id === answer).label;

/** The answers given, each with a way to choose again. */
export function showSoFar(page, { questions, answers, words, change }) {
  const place = page.querySelector(".ck-finder__sofar");
  const rows = questions
    .filter(({ id }) => answers.has(id))
    .map((question) => {
      const answer = labelOf(question, answers.get(question.id), words);
      const name = fill(words.change, { question: question.label, answer });
      return make("li", {}, button(answer, "ck-chip", () => change(question.id), { "aria-label": name }));
    });
  const label = make("span", { class: "ck-finder__label" }, words.answers);
  place.replaceChildren(label, make("ul", { class: "ck-chosen" }, ...rows));
  place.hidden = !rows.length;
}

/** The question, with how many work forms each answer leaves; no question hides them all. */
export function showQuestion(page, { question, counts, number, total, words }) {
  // Once nothing fits all answers any more, saying so beside every answer tells nothing.
  const telling = counts && [...counts.values()].some(Boolean);
  for (const section of page.querySelectorAll(".ck-question")) {
    section.hidden = section.dataset.ckQuestion !== question?.id;
    if (section.hidden) continue;
    for (const answer of section.querySelectorAll(".ck-answer")) {
      const count = counts.get(answer.value);
      answer.querySelector(".ck-answer__count").textContent = telling ? countText(count, words) : "";
      answer.classList.toggle("ck-answer--none", telling && !count);
    }
  }
  const step = page.querySelector(".ck-finder__step");
  step.hidden = !question;
  step.textContent = fill(words.step, { n: number, total });
}

const countText = (count, words) =>
  fill(words[{ 0: "count.none", 1: "count.one" }[count] ?? "count.other"], { n: count });

/** The buttons below: on, back, start again. */
export function showMoves(page, { question, answers, words, moves }) {
  const place = page.querySelector(".ck-finder__moves");
  const buttons = [];
  if (question) buttons.push(button(words.any, "ck-quiet", moves.any));
  if (question && answers.size) buttons.push(button(words.enough, "ck-quiet", moves.enough));
  if (answers.size) buttons.push(button(words.back, "ck-quiet", moves.back), button(words.restart, "ck-quiet", moves.restart));
  place.replaceChildren(...buttons);
  place.hidden = !buttons.length;
}

/** The best work forms with their reasons; null hides them. */
export function showResults(page, { result, questions, answers, words }) {
  const section = page.querySelector(".ck-finder__results");
  section.hidden = !result;
  if (!result) return;
  const { matches, total, dropped } = result;
  section.querySelector(".ck-finder__title").textContent = titleOf(matches.length, total, dropped.length > 0, words);
  const relaxed = section.querySelector(".ck-finder__relaxed");
  relaxed.hidden = !dropped.length;
  const letGo = questions.filter(({ id }) => dropped.includes(id));
  const names = letGo.map((question) => `‘${labelOf(question, answers.get(question.id), words)}’`).join(", ");
  relaxed.textContent = fill(words.relaxed, { answers: names });
  const root = page.dataset.ckRoot;
  const cards = matches.map((way) => matchCard(way, root, reasons(way, questions, answers, words), words));
  section.querySelector(".ck-matches").replaceChildren(...cards);
  const more = section.querySelector(".ck-finder__more");
  more.replaceChildren(listLink(root, questions, answers, dropped, words));
}

function titleOf(count, total, relaxed, words) {
  if (relaxed) return fill(count === 1 ? words["near.one"] : words["near.other"], { n: count });
  if (total > count) return fill(words.results_best, { n: count, total });
  return count === 1 ? words["results.one"] : fill(words["results.other"], { n: count });
}

function matchCard(way, root, { fits, misses }, words) {
  const link = make("a", { href: root + pageAddress(way.url) }, way.title);
  const label = make("p", { class: "ck-match__way" }, icon(way.icon), make("span", {}, way.label));
  const time = make("span", { class: "ck-match__time" }, icon("minutes"), make("span", {}, way.duration));
  label.append(time);
  const parts = [make("p", { class: "ck-card__title" }, link), label, make("p", { class: "ck-match__summary" }, way.summary)];
  if (fits.length) parts.push(phrases("ck-match__fits", words.why, fits));
  if (misses.length) parts.push(phrases("ck-match__misses", words.but, misses));
  const why = make("strong", {}, way.moment ? words.moment : words.use_when);
  parts.push(make("p", { class: "ck-match__why" }, why, " ", way.why));
  return make("li", { class: "ck-card ck-match" }, make("div", { class: "ck-card__text" }, ...parts));
}

function phrases(className, label, items) {
  const list = make("ul", { class: "ck-match__phrases" }, ...items.map((item) => make("li", {}, item)));
  return make("div", { class: className }, make("p", { class: "ck-match__label" }, label), list);
}

/**
 * The list of all work forms, with the same choices made as far as they were not let go. That list knows no moments, so
 * for who asked for those it is simply the list.
 */
function listLink(root, questions, answers, dropped, words) {
  const query = new URLSearchParams();
  for (const question of answers.get("wanneer") === "ongepland" ? [] : questions) {
    const answer = question.answers.find(({ id }) => id === answers.get(question.id));
    if (!answer || dropped.includes(question.id)) continue;
    for (const choice of answer.choices) query.append(question.id, choice);
  }
  const address = root + pageAddress(LIST) + (query.size ? `?${query}` : "");
  return make("a", { href: address }, query.size ? words.all_in_list : words.whole_list);
}
