// The buyer's place, remembered on this device alone. Distances are worked out here: the server is
// asked once where the place is, and told it again only when somebody sorts by distance.
"use strict";

(() => {
  const KEY = "place";
  const RADIUS = 3958.8;  // miles, of the earth
  const ANYWHERE = "1000";  // miles, as the form's last choice has it

  function kept() {
    try {
      const place = JSON.parse(localStorage.getItem(KEY));
      return place && typeof place.label === "string" && isFinite(place.lat) && isFinite(place.lon) ? place : null;
    } catch { return null; }
  }

  function keep(place) {
    try {
      if (place) localStorage.setItem(KEY, JSON.stringify(place));
      else localStorage.removeItem(KEY);
    } catch { /* storage is shut off: nothing is remembered */ }
  }

  function miles(from, lat, lon) {
    const radians = Math.PI / 180;
    const across = Math.sin((lon - from.lon) * radians / 2) ** 2;
    const up = Math.sin((lat - from.lat) * radians / 2) ** 2;
    const half = up + Math.cos(lat * radians) * Math.cos(from.lat * radians) * across;
    return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(half)));
  }

  function told(distance) {
    const whole = Math.round(distance);
    return whole < 1 ? "under a mile" : `${whole.toLocaleString("en-GB")} mile${whole === 1 ? "" : "s"}`;
  }

  // Cards that the server measured, from a place in the address, are left as they are.
  function showDistances() {
    const place = kept();
    for (const where of document.querySelectorAll("[data-lat]")) {
      const far = where.querySelector(".far");
      if (!far || (far.textContent && !far.dataset.ours)) continue;
      far.dataset.ours = "yes";
      far.textContent = place ? told(miles(place, +where.dataset.lat, +where.dataset.lon)) : "";
      if (place) far.title = `From ${place.label}, in a straight line`;
    }
    offerDistance(place);
  }

  // By distance is offered without a place in the address, where one is remembered.
  function offerDistance(place) {
    const sort = document.getElementById("sort");
    const near = document.getElementById("near");
    if (!sort || !near) return;
    const offered = sort.querySelector("[data-ours]");
    if (offered) offered.remove();
    if (place && !sort.querySelector("[value=distance]")) {
      const option = new Option(`Nearest to ${place.label} first`, "distance");
      option.dataset.ours = "yes";
      sort.add(option);
    }
  }

  // Before the form is sent: by distance, from the place that is remembered, leaving nothing out.
  document.addEventListener("change", (event) => {
    const place = kept();
    const near = document.getElementById("near");
    if (event.target.id !== "sort" || !event.target.selectedOptions[0]?.dataset.ours || !place || !near || near.value) return;
    near.value = place.label;
    document.getElementById("miles").value = ANYWHERE;
  }, true);

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("place");
    const dialog = document.getElementById("place-form");
    if (!button || !dialog || !dialog.showModal) return;
    const text = document.getElementById("place-text");
    const wrong = document.getElementById("place-wrong");
    const forget = document.getElementById("place-forget");
    const name = button.querySelector(".tool-name");

    const show = () => {
      const place = kept();
      name.textContent = place ? place.label : "Your place";
      button.setAttribute("aria-label", place ? `Your place: ${place.label}. Change it` : "Set your place");
      forget.hidden = !place;
      showDistances();
    };
    const remember = (place) => {
      keep(place);
      dialog.close();
      show();
    };

    button.hidden = false;
    button.addEventListener("click", () => {
      text.value = (kept() || {label: ""}).label;
      wrong.textContent = "";
      dialog.showModal();
      text.select();
    });
    document.getElementById("place-close").addEventListener("click", () => dialog.close());
    forget.addEventListener("click", () => remember(null));
    dialog.querySelector("form").addEventListener("submit", async (event) => {
      event.preventDefault();
      try {
        const answer = await fetch(`/place?${new URLSearchParams({text: text.value})}`);
        if (answer.ok) return remember(await answer.json());
        wrong.textContent = "We know no such place. Try a postcode, or a larger town nearby.";
      } catch {
        wrong.textContent = "That did not get through. Try again in a moment.";
      }
      text.focus();
    });
    document.addEventListener("htmx:afterSettle", showDistances);
    addEventListener("storage", show);
    show();
  });
})();
