// Dutch words: how they are folded, which say nothing, and what is left of them without their endings.
// `words` is the twin of `words()` in site/search_words.py; a test holds them together.

const IN_WORDS = /['’ʼ\u00ad\u200b-\u200d]/gu;

const PLAIN = /^[\x20-\x7e]*$/;

/** The words of a text: without capitals, accents and apostrophes, split at all that is no letter or digit. */
export function words(text) {
  if (PLAIN.test(text)) return text.toLowerCase().replaceAll("'", "").match(/[a-z0-9]+/g) ?? []; // most are, and this is quick
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(IN_WORDS, "");
  return bare.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const STOP = new Set(
  `aan af al alle alleen als altijd andere anders ben bent bij daar dan dat de deze die dit doen doe doet door dus een
  eens en er even ga gaan gaat geen graag had heb hebben hebt heeft hem hen het hier hij hoe hun ik iemand iets in is je jij
  jou jouw jullie kan kun kunnen kunt liever maar me mee meer met mij mijn moet moeten mag na naar niet nog nu of om omdat
  onder ons onze ook op over per s te tegen toch toe tot tussen uit u uw van vanuit veel via voor waar waarom waarover
  wanneer want was wat we weer wel welk welke werd werden wie wij wil willen wordt worden zal ze zich zij zijn zo zoals
  zonder zou zouden zullen waarmee waaraan hoelang hoeveel kom komt zelf
  aub adhv bv bvb dmv hvd incl ipv ivm mbt obv ofzo tov tss vd vh vr zgn`.split(/\s+/),
);

/** Whether a folded word only holds a sentence together. */
export const isStopWord = (word) => STOP.has(word);

const LIGHT = new Set(
  `bedenken bekijken beginnen beter bezig bijhouden bouwen dingen elkaar gebeuren gebeurt gebruik gebruiken gemakkelijk geven gegeven
  goed goede hele helpen help houden hulp idee iedereen kijken klein kleine kiezen krijgen krijg laat laten lang leuk leuke lukt
  maak maakt maken manier manieren moment nemen neem nieuw nieuwe nodig nuttig opmaken opstellen opstarten praten probeer
  proberen samen soort soorten start starten staan steeds tijdens twee vinden volgen volgende vorm vragen vraag weet werk werken
  weten wisselen zeggen zeg zeker zetten zet zie zien zoek zoeken zorgen aanpakken beste bieden blijf blijft blijven brengen
  doorbreken durf durft durven echt eigen extra formuleren gooit hoef hoeft invullen leggen liggen loop loopt lopen mogelijk moment nooit
  omgaan opdoen organiseren paar precies soms staat stel stellen stelt terug uitvoeren vaak verbeteren vind vindt voer voeren voert
  wordt zitten zit`.split(/\s+/),
);

/** Whether a folded word goes with any subject: it says what to do, not with what. */
export const isLight = (word) => LIGHT.has(word);

/** Spelling by sound: double letters single, v and z back to the f and s they were before a plural, and no -s that a
 * plural may have brought after a consonant (films, but grens too). */
const byEar = (word) =>
  word
    .replace(/([a-z])\1/g, "$1")
    .replace(/v$/, "f")
    .replace(/z$/, "s")
    .replace(/(?<=[a-z]{2}[bcdfghjklmnpqrtvwx])s$/, "");

const ENDINGS = [
  [/heden$/, "heid", 5],
  [/etjes?$/, "", 3],
  [/mpjes?$/, "m", 3],
  [/jes?$/, "", 4], // a -t before it may be the word's own (kaartje) or not (stoeltje): only the root drops it
  [/ingen$/, "ing", 4],
  [/sen$/, "s", 4],
  [/(?<=i|e)es$/, "", 5], // observaties, coachees
  [/(?:en|e)$/, "", 3],
  [/(?<=[a-z]{3}[^aeious])es$/, "", 4],
  [/(?<=[a-z]{3}[aoiuy])(?<!ui|ei|ai|oi|ou|au|aa|oo|uu)s$/, "", 4], // collegas, portfolios; the s of klas and huis is their own
];

/**
 * A folded word without the endings that only bend it: plural, diminutive, -e and -en.
 * Words with the same stem are one word to who searches.
 */
export function stem(word) {
  for (const [ending, instead, shortest] of ENDINGS) {
    const bare = word.replace(ending, instead);
    if (bare !== word && bare.length >= shortest) return byEar(bare);
  }
  return byEar(word);
}

const PARTICIPLE = /^(aan|achter|af|bij|binnen|door|in|mee|na|om|op|over|samen|tegen|terug|toe|uit|voor|weg)?ge(.{3,}(?:d|t|en))$/;
const DERIVED = [/(?:en)?d$|t$/, /(?:atie?|ering)$/, /(?:ing|ist|isch|(?<![aeiou])ie?|er|el)$/, /(?:d|t)$/];

/** What a word shares with its relatives: observeert, observeren and observatie; geoefend and oefening. */
export function root(word) {
  const participle = PARTICIPLE.exec(word);
  let bare = stem(participle ? (participle[1] ?? "") + participle[2] : word);
  for (const ending of DERIVED) {
    const shorter = bare.replace(ending, "");
    if (shorter !== bare && shorter.length >= 4) bare = byEar(shorter);
  }
  return bare.length > 6 ? bare.replace(/ij/g, "e") : bare; // vergelijken, vergeleken
}
