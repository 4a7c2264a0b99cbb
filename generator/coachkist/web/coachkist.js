// The search dialog of the theme has no name of its own for who cannot see it; its field has.
const search = document.querySelector(".md-search[role=dialog]");
const field = search?.querySelector("input[aria-label]");
if (field) search.setAttribute("aria-label", field.getAttribute("aria-label"));

// "Verras mij": one of the work forms on this page, whichever.
for (const link of document.querySelectorAll("[data-ck-surprise]")) {
  link.addEventListener("click", (event) => {
    const cards = document.querySelectorAll(".ck-card__title a[href]");
    if (!cards.length) return;
    event.preventDefault();
    location.assign(cards[Math.floor(Math.random() * cards.length)].href);
  });
}
