// The theme's search box, with what it lacks: a heading over each kind of result, an honest word when nothing was found,
// nearest words that search at once, and a status that is read out.

const result = document.querySelector("[data-md-component=search-result]");
const field = document.querySelector("[data-md-component=search-query]");
const texts = JSON.parse(document.getElementById("ck-search-words")?.textContent ?? "{}");

if (result && field) {
  const [meta, list] = [result.firstElementChild, result.lastElementChild];
  meta.setAttribute("role", "status");
  const observer = new MutationObserver(() => show(meta, list));
  for (const part of [meta, list]) observer.observe(part, { childList: true });
  list.addEventListener("click", searchNearest, true);
  field.addEventListener("input", ask);
  field.addEventListener("focus", prepare, { once: true });
}

/** Brings the headings and the status up to date with the list. */
function show(meta, list) {
  const first = list.querySelector("[data-ck-nearest], [data-ck-failed]");
  if (first) say(meta, first.matches("[data-ck-failed]") ? texts.failed : texts.none_nearest);
  else if (!list.childElementCount && field.value.trim()) say(meta, texts.none);
  let last = "";
  for (const row of list.querySelectorAll(":scope > .md-search-result__item")) {
    // An article inside a link keeps its words from being the link's name.
    for (const article of row.querySelectorAll("article")) article.setAttribute("role", "presentation");
    const anchor = row.querySelector("[data-ck-anchor]")?.dataset.ckAnchor;
    if (anchor) row.querySelector("a").hash = anchor;
    const kind = row.querySelector("[data-ck-kind]")?.dataset.ckKind ?? "";
    const heading = row.previousElementSibling?.classList.contains("ck-search-kind");
    if (kind && kind !== last && !heading) row.before(headingOf(kind));
    last = kind;
  }
  for (const mark of list.querySelectorAll("[data-ck-failed]")) mark.closest(".md-search-result__item").hidden = true;
}

function say(meta, text) {
  const words = text.replace("{query}", field.value.trim());
  if (meta.textContent !== words) meta.textContent = words;
}

function headingOf(kind) {
  const heading = document.createElement("li");
  heading.className = "ck-search-kind";
  heading.textContent = kind;
  return heading;
}

/** A nearest word searches where you are; its link does so from elsewhere. */
function searchNearest(event) {
  const word = event.target.closest("a")?.querySelector("[data-ck-nearest]")?.dataset.ckNearest;
  if (!word || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation(); // the theme closes the box at a click on any link
  field.value = word;
  field.focus();
  ask();
}

/** The theme looks at the field when a key goes up: too late for who types on, and never for what is pasted or spoken. */
function ask() {
  field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
}

/** Has search get ready while the first word is still being typed: a space is a query, but asks for nothing. */
function prepare() {
  if (field.value) return;
  for (const value of [" ", ""]) {
    field.value = value;
    ask();
  }
}
