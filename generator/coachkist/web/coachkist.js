// The search dialog of the theme has no name of its own for who cannot see it; its field has.
const search = document.querySelector(".md-search[role=dialog]");
const field = search?.querySelector("input[aria-label]");
if (field) search.setAttribute("aria-label", field.getAttribute("aria-label"));

// The menu of a narrow screen opens with the keyboard too: a label, as the theme has it, cannot be reached. Escape shuts it.
const drawer = document.querySelector("#__drawer");
const label = document.querySelector(".md-header label[for=__drawer]");
const menu = document.querySelector(".md-nav--primary");
if (drawer && label && menu) {
  const opener = document.createElement("button");
  opener.type = "button";
  opener.className = `${label.className} ck-menu`;
  opener.setAttribute("aria-expanded", drawer.checked);
  opener.setAttribute("aria-label", menu.getAttribute("aria-label"));
  opener.append(...label.childNodes);
  label.replaceWith(opener);
  opener.addEventListener("click", () => {
    drawer.click();
    if (drawer.checked) menu.querySelector(".md-nav__list a")?.focus();
  });
  drawer.addEventListener("change", () => opener.setAttribute("aria-expanded", drawer.checked));
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    drawer.click();
    opener.focus();
  });
}

// "Verras mij": one of the work forms on this page, whichever.
for (const link of document.querySelectorAll("[data-ck-surprise]")) {
  link.addEventListener("click", (event) => {
    const cards = document.querySelectorAll(".ck-card:not([hidden]) .ck-card__title a[href]");
    if (!cards.length) return;
    event.preventDefault();
    location.assign(cards[Math.floor(Math.random() * cards.length)].href);
  });
}

// A term's meaning shows on hover and focus without help from here. A tap shows it too, before it follows the link to the
// glossary, and Escape puts it away.
let pointer = "mouse";
addEventListener("pointerdown", (event) => (pointer = event.pointerType), { passive: true });
for (const word of document.querySelectorAll(".ck-term__word")) {
  const term = word.parentElement;
  let tapped = false;
  word.addEventListener("click", (event) => {
    if (pointer !== "touch" || tapped) return;
    event.preventDefault();
    tapped = true;
    word.focus();
  });
  term.addEventListener("focusout", () => (tapped = false));
  for (const back of ["pointerenter", "focusin"]) {
    term.addEventListener(back, () => term.classList.remove("ck-term--shut"));
  }
}
addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const term of document.querySelectorAll(".ck-term:is(:hover, :focus-within)")) term.classList.add("ck-term--shut");
});

// On the map, whichever entry is looked at shows what it relates to.
for (const map of document.querySelectorAll("[data-ck-map]")) {
  const light = (event) => {
    const node = event.target.closest("[data-node]");
    const lit = new Set(node ? [node.dataset.node] : []);
    for (const curve of map.querySelectorAll("[data-ends]")) {
      const ends = curve.dataset.ends.split(" ");
      const ours = !!node && ends.includes(node.dataset.node);
      curve.classList.toggle("ck-map__curve--lit", ours);
      if (ours) for (const end of ends) lit.add(end);
    }
    for (const other of map.querySelectorAll("[data-node]")) {
      other.classList.toggle("ck-map__node--near", lit.has(other.dataset.node));
    }
    map.classList.toggle("ck-map__drawing--lit", !!node);
  };
  for (const type of ["pointerover", "focusin"]) map.addEventListener(type, light);
  map.addEventListener("pointerleave", light);
}
