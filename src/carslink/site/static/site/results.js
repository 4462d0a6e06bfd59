// What the page of results needs besides htmx: the sheet of filters on a phone, folded groups that
// stay as they were, and a focus that is never lost.
"use strict";

(() => {
  const sheet = () => document.getElementById("filters");

  function isSheet() {
    return getComputedStyle(document.getElementById("close")).display !== "none";
  }

  function open() {
    const filters = sheet();
    filters.classList.add("open");
    filters.setAttribute("role", "dialog");
    filters.setAttribute("aria-modal", "true");
    document.documentElement.classList.add("behind");
    for (const each of behind()) each.inert = true;
    (filters.querySelector("[aria-invalid]") || document.getElementById("close")).focus();
  }

  function close() {
    const filters = sheet();
    if (!filters.classList.contains("open")) return;
    filters.classList.remove("open");
    filters.removeAttribute("role");
    filters.removeAttribute("aria-modal");
    document.documentElement.classList.remove("behind");
    for (const each of behind()) each.inert = false;
    document.getElementById("open").focus();
  }

  function behind() {
    return [...document.querySelectorAll(".bar, .foot, .asking, .found")];
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href='#filters'], #close");
    if (link && isSheet()) {
      event.preventDefault();
      (link.id === "close" ? close : open)();
    } else if (event.target.closest("#apply") && sheet().classList.contains("open")) {
      event.preventDefault();  // each change has been applied already
      close();
      document.getElementById("heading").focus();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  matchMedia("(min-width: 60rem)").addEventListener("change", close);

  // Groups that somebody folded or unfolded stay so when their counts come anew.
  let folded = new Map();
  document.addEventListener("htmx:beforeSwap", () => {
    folded = new Map([...document.querySelectorAll("#narrow details[id]")].map((each) => [each.id, each.open]));
  });
  // Before htmx gives the focus back: what is folded away cannot take it.
  document.addEventListener("htmx:oobAfterSwap", () => {
    for (const [id, isOpen] of folded) {
      const group = document.getElementById(id);
      if (group && isOpen) group.open = true;
    }
  });
  document.addEventListener("htmx:afterSettle", () => {
    document.getElementById("results").classList.remove("waiting");
  });
  document.addEventListener("htmx:beforeRequest", () => {
    document.getElementById("results").classList.add("waiting");
    if (isSheet() && document.activeElement.id === "q") document.activeElement.blur();  // the keyboard makes room
  });
  // No answer: go there plainly, so that the browser tells what is wrong.
  for (const failed of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.addEventListener(failed, () => document.getElementById("results").submit());
  }
  document.documentElement.classList.add("live");
})();
