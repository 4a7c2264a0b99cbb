// The search dialog of the theme has no name of its own for who cannot see it; its field has.
const search = document.querySelector(".md-search[role=dialog]");
const field = search?.querySelector("input[aria-label]");
if (field) search.setAttribute("aria-label", field.getAttribute("aria-label"));
