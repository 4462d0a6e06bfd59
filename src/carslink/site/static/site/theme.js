// Light or dark as chosen on this device; without a choice as the system has it. It stands in the
// head and blocks, so that no page is painted in the wrong colours first.
"use strict";

(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");

  function kept() {
    try { return localStorage.getItem("theme"); } catch { return null; }  // storage may be shut off
  }

  function isDark() {
    return (root.dataset.theme || (dark.matches ? "dark" : "light")) === "dark";
  }

  const chosen = kept();
  if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme");
    if (!button) return;
    const shape = button.querySelector("use");
    const show = () => {
      button.setAttribute("aria-pressed", String(isDark()));
      shape.setAttribute("href", shape.getAttribute("href").replace(/#.*/, isDark() ? "#sun" : "#moon"));
    };
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      try { localStorage.setItem("theme", root.dataset.theme); } catch { /* for this page alone */ }
      show();
    });
    dark.addEventListener("change", show);
    show();
  });
})();
