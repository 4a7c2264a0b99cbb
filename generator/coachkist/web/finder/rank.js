// Which ways of working fit the answers. Pure: the generator says what fits what, this counts and sorts.
//
// `answers` is a Map from a question's id to the id of the answer given; null stands for "it does not matter".

export const MOST = 5;

const PLANNED = "wanneer";
const ON_THE_SPOT = "ongepland";
const PURPOSE = "doel";

const given = (answers) => [...answers].filter(([, answer]) => answer !== null);
const fits = (way, [question, answer]) => way.answers[question].includes(answer);

/** A moment is a crumb of a method: only for who says that it has to be now. */
const asked = (way, pairs) => !way.moment || pairs.some(([id, answer]) => id === PLANNED && answer === ON_THE_SPOT);
const fitsAll = (way, pairs) => asked(way, pairs) && pairs.every((pair) => fits(way, pair));

/** How many methods (not ways) there are among `ways`. */
const methodsIn = (ways) => new Set(ways.map((way) => way.method)).size;

/** The ways that fit all `answers`. */
export const fitting = (ways, answers) => ways.filter((way) => fitsAll(way, given(answers)));

/** The ways that fit once `question` is answered so, too. */
const fittingWith = (question, answer, ways, answers) => fitting(ways, new Map([...answers, [question.id, answer]]));

/** How many methods remain with each answer to `question`: a Map from an answer's id to a number. */
export const countAnswers = (question, ways, answers) =>
  new Map(question.answers.map(({ id }) => [id, methodsIn(fittingWith(question, id, ways, answers))]));

/**
 * The first question without an answer that still makes a difference; undefined where there is none.
 *
 * A question makes no difference where each of its answers keeps all that remains, or nothing.
 */
export function nextQuestion(questions, ways, answers) {
  const left = fitting(ways, answers);
  return questions.find((question) => {
    if (answers.has(question.id)) return false;
    const outcomes = question.answers.map(({ id }) => fittingWith(question, id, ways, answers));
    return !left.length || outcomes.some((outcome) => outcome.length && !sameWays(outcome, left));
  });
}

const sameWays = (some, others) => some.length === others.length && some.every((way) => others.includes(way));

/**
 * The best methods for `answers`: { matches, total, dropped }.
 *
 * There is always at least one: answers are let go, those that weigh least first, until something fits. `dropped` are
 * the questions whose answers were let go; `total` is how many methods fit; each match has the way that fits best.
 */
export function best(questions, ways, answers) {
  const pairs = given(answers);
  const weights = new Map(questions.map(({ id, weight }) => [id, weight]));
  for (const dropped of subsets(pairs.map(([id]) => id), weights)) {
    const kept = pairs.filter(([id]) => !dropped.includes(id));
    const found = ways.filter((way) => fitsAll(way, kept));
    if (found.length) return { ...ranked(found, pairs, weights), dropped };
  }
  return { matches: [], total: 0, dropped: [] };
}

/** Every set of `ids`, the lightest first. */
function subsets(ids, weights) {
  const all = ids.reduce((sets, id) => [...sets, ...sets.map((set) => [...set, id])], [[]]);
  const weigh = (set) => set.reduce((sum, id) => sum + weights.get(id), 0);
  return all.sort((one, other) => weigh(one) - weigh(other));
}

function ranked(found, pairs, weights) {
  const purpose = pairs.find(([question]) => question === PURPOSE)?.[1];
  const keyed = found.map((way) => ({ way, key: keyOf(way, pairs, weights, purpose) }));
  keyed.sort((one, other) => compare(one.key, other.key));
  const methods = new Map();
  for (const { way } of keyed) if (!methods.has(way.method)) methods.set(way.method, way);
  return { matches: [...methods.values()].slice(0, MOST), total: methods.size };
}

/** What comes first: most that matters, then a full description, then what the method is for above all. */
function keyOf(way, pairs, weights, purpose) {
  const weight = pairs.filter((pair) => fits(way, pair)).reduce((sum, [id]) => sum + weights.get(id), 0);
  const place = purpose ? way.purposes.findIndex(([answer]) => answer === purpose) : 0;
  const [moment, ...rest] = way.rank;
  return [-weight, moment, place < 0 ? way.purposes.length : place, ...rest];
}

function compare(one, other) {
  const index = one.findIndex((value, place) => value !== other[place]);
  return index < 0 ? 0 : one[index] - other[index];
}
