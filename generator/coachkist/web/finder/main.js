// "Kies je werkvorm": one question at a time. The answers stand in the address, so "back" is undo.

import { onAddress, readAddress, writeAddress } from "../base/address.js";
import { load } from "../base/data.js";
import { best, countAnswers, nextQuestion } from "./rank.js";
import { showMoves, showQuestion, showResults, showSoFar } from "./show.js";

const ANY = "maakt-niet-uit";
const ENOUGH = "toon";

const page = document.querySelector("[data-ck-finder]");
let questions, ways, words;

/** The answers in the address, and whether the reader has answered enough; what we do not know is left out. */
function read() {
  const pairs = new Map(readAddress());
  const answers = new Map();
  for (const { id, answers: possible } of questions) {
    const value = pairs.get(id);
    if (value === ANY) answers.set(id, null);
    else if (possible.some((answer) => answer.id === value)) answers.set(id, value);
  }
  return { answers, enough: pairs.has(ENOUGH) };
}

function go(answers, { enough = false } = {}) {
  const pairs = questions.filter(({ id }) => answers.has(id)).map(({ id }) => [id, answers.get(id) ?? ANY]);
  writeAddress(enough ? [...pairs, [ENOUGH, "alles"]] : pairs);
  show({ focus: true });
}

/** `answers` without that to `question`. */
const without = (answers, question) => new Map([...answers].filter(([id]) => id !== question));

function show({ focus = false } = {}) {
  const { answers, enough } = read();
  const question = enough ? undefined : nextQuestion(questions, ways, answers);
  const counts = question && countAnswers(question, ways, answers);
  showSoFar(page, { questions, answers, words, change: (id) => go(without(answers, id)) });
  showQuestion(page, { question, counts, number: answers.size + 1, total: questions.length, words });
  showMoves(page, { question, answers, words, moves: movesFrom(answers, question) });
  showResults(page, { result: question ? null : best(questions, ways, answers), questions, answers, words });
  if (focus) page.querySelector(question ? `#vraag-${question.id}` : "#resultaat").focus();
}

function movesFrom(answers, question) {
  const last = [...answers.keys()].pop();
  return {
    any: () => go(new Map([...answers, [question.id, null]])),
    back: () => go(without(answers, last)),
    enough: () => go(answers, { enough: true }),
    restart: () => go(new Map()),
  };
}

page.addEventListener("click", (event) => {
  const button = event.target.closest(".ck-answer");
  if (!button) return;
  const { ckQuestion } = button.closest("[data-ck-question]").dataset;
  go(new Map([...read().answers, [ckQuestion, button.value]]));
});

/** Without its data the page stays what it is without scripts: questions to think over, and a table. */
load(page.dataset.ckFinder).then((data) => {
  ({ questions, ways, words } = data);
  for (const button of page.querySelectorAll(".ck-answer")) button.disabled = false;
  document.querySelector(".ck-decision").open = false;
  page.classList.add("ck-finder--live");
  onAddress(() => show({ focus: true }));
  show();
});
