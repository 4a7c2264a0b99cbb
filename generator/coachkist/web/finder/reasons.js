// Why a way of working is proposed, in Dutch: what it has of what was asked, and what it has not.

import { fill } from "../base/dom.js";

/** { fits, misses }: short phrases for each answer given, in the order of the questions. */
export function reasons(way, questions, answers, words) {
  const fits = [];
  const misses = [];
  for (const question of questions) {
    const answer = answers.get(question.id) ?? null;
    if (answer === null) continue;
    const phrases = way.answers[question.id].includes(answer) ? fits : misses;
    phrases.push(...phrasesOf(way, question, answer, words));
  }
  return { fits, misses };
}

function phrasesOf(way, question, answer, words) {
  if (question.id === "tijd") return [fill(words["because.tijd"], { minutes: way.duration })];
  if (question.id === "doel") return purposesOf(way, answer, words);
  const own = way.answers[question.id];
  return question.answers.filter(({ id }) => (own.includes(answer) ? id === answer : own.includes(id))).map((one) => one.because);
}

/** What it is for, as far as that was asked; else what it is for above all. */
function purposesOf(way, answer, words) {
  const asked = way.purposes.filter(([group]) => group === answer);
  if (asked.length) return asked.map(([, label]) => label);
  return [fill(words["because.other"], { purpose: way.purposes[0][1] })];
}
