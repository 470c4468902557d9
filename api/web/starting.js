// Runs before anything is drawn, also in browsers too old for the rest: how the page looks, where
// its panes stand, and whether it opens at all.
(function () {
  var root = document.documentElement;
  var dark = window.matchMedia ? window.matchMedia("(prefers-color-scheme: dark)") : { matches: false };

  function chosen(name) {
    try {
      return localStorage.getItem("policy-assistant." + name);
    } catch (error) {
      return null;
    }
  }

  function show() {
    root.setAttribute("data-theme", chosen("theme") || (dark.matches ? "dark" : "light"));
    root.setAttribute("data-size", chosen("size") || "standard");
  }

  function viewNamed() {
    var name = (/^#\/(\w+)/.exec(location.hash) || ["", "ask"])[1];
    return name === "source" ? "documents" : name;
  }

  show();
  root.setAttribute("data-view", viewNamed());
  if (dark.addEventListener) dark.addEventListener("change", show);
  window.addEventListener("display", show);
  window.addEventListener("load", function () {
    if (!root.hasAttribute("data-started")) document.getElementById("too-old").removeAttribute("hidden");
  });
})();
