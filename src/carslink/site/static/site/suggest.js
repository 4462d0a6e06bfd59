// Suggestions under the one field as one types: the combobox of the ARIA authoring practices, with
// a list box. A chosen one leads to what it counted, among what the filters beside it leave: these
// are kept, but for those that it contradicts. Without all this the field is a plain one.
"use strict";

(() => {
  const WAIT = 120;  // ms of rest before asking
  const KINDS = {make: "Make", model: "Model", place: "Place", value: "", word: ""};
  const RADIUS = /\bmi(les?)?\s+(of|from|around|away|radius)\b|\bwithin\s+\S+\s*mi(les?)?\b/i;  // in words

  function enhance(field) {
    const box = field.closest(".ask");
    const list = document.createElement("ul");
    const told = document.createElement("p");
    list.id = "suggestions";
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Suggestions");
    told.className = "hidden";
    told.setAttribute("role", "status");
    box.append(list, told);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) {
      field.setAttribute(name, value);
    }

    let typed = field.value, at = -1, timer = 0, asking = null;
    const options = () => [...list.children];

    function close() {
      clearTimeout(timer);
      asking?.abort();
      list.hidden = true;
      at = -1;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    }

    function point(to) {
      const all = options();
      at = to;
      all.forEach((option, place) => option.setAttribute("aria-selected", String(place === at)));
      if (at < 0) {
        field.removeAttribute("aria-activedescendant");
        field.value = typed;
      } else {
        field.setAttribute("aria-activedescendant", all[at].id);
        field.value = all[at].dataset.text;
        all[at].scrollIntoView({block: "nearest"});
      }
    }

    function take(option) {
      close();
      location.assign(option.dataset.address);
    }

    // What the form says besides its words: filters that are ticked or filled in, and the order.
    function chosen() {
      const none = {sort: "relevance", miles: "30"};
      return [...new FormData(field.form)].filter(([name, value]) => value && name !== "q" && name !== "page" && value !== none[name]);
    }

    // Its words, and the filters that they stand for, with those of the form that leave it be.
    function address(filters, kept) {
      const pairs = Object.entries(filters).flatMap(([name, values]) => [values].flat().map((value) => [name, value]));
      const says = new Set(pairs.map(([name]) => name));
      const makes = kept.filter(([name]) => name === "make");
      const areTheirs = makes.length && makes.every(([, value]) => [filters.make].flat().includes(value));
      if (says.has("make") && !areTheirs) says.add("model");  // which may be of another make
      if (says.has("near")) says.add("region");
      else if (says.has("region")) says.add("near").add("miles");
      if (RADIUS.test(filters.q)) says.add("miles");
      const contradicts = ([name, value]) => says.has(name)
        || pairs.some(([other, said]) => name === `exclude.${other}` && value === said);
      return `/search?${new URLSearchParams([...pairs, ...kept.filter((pair) => !contradicts(pair))])}`;
    }

    function row(suggestion, place, kept) {
      const option = document.createElement("li");
      option.id = `suggestion-${place}`;
      option.dataset.text = suggestion.text;
      option.dataset.address = address(suggestion.filters, kept);
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      const count = kept.length ? "" : suggestion.count.toLocaleString("en-GB");  // of all, not of what is kept
      for (const [className, text] of [["text", suggestion.text], ["kind", KINDS[suggestion.kind] || ""], ["n", count]]) {
        const part = document.createElement("span");
        part.className = className;
        part.textContent = text;
        option.append(part, " ");
      }
      option.addEventListener("pointerdown", (event) => event.preventDefault());  // focus stays
      option.addEventListener("click", () => take(option));
      return option;
    }

    function show(suggestions) {
      const kept = chosen();
      list.replaceChildren(...suggestions.map((suggestion, place) => row(suggestion, place, kept)));
      at = -1;
      list.hidden = !suggestions.length;
      field.setAttribute("aria-expanded", String(!list.hidden));
      field.removeAttribute("aria-activedescendant");
      const n = suggestions.length;
      told.textContent = n ? `${n} suggestion${n === 1 ? "" : "s"}` : "";
    }

    async function ask() {
      asking?.abort();
      asking = new AbortController();
      try {
        const query = new URLSearchParams({q: field.value});
        const answer = await fetch(`/api/v1/search/suggest?${query}`, {signal: asking.signal});
        if (answer.ok && document.activeElement === field) show((await answer.json()).suggestions);
      } catch { /* typed on, or no answer: no suggestions */ }
    }

    field.addEventListener("input", () => {
      typed = field.value;
      clearTimeout(timer);
      if (typed.trim()) timer = setTimeout(ask, WAIT);
      else close();
    });
    field.addEventListener("keydown", (event) => {
      const all = options();
      if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        point(-1);
        close();
      } else if (event.key === "ArrowDown" && list.hidden) {
        if (typed.trim()) ask();
      } else if (event.key === "ArrowDown") {
        event.preventDefault();
        point(at + 1 < all.length ? at + 1 : -1);
      } else if (event.key === "ArrowUp" && !list.hidden) {
        event.preventDefault();
        point(at < 0 ? all.length - 1 : at - 1);
      } else if (event.key === "Enter" && at >= 0) {
        event.preventDefault();
        take(all[at]);
      }
    });
    field.addEventListener("blur", close);
    field.form.addEventListener("submit", close);
  }

  document.addEventListener("DOMContentLoaded", () => {
    const field = document.getElementById("q");
    if (field) enhance(field);
  });
})();
