/* Large text on every page of the site, remembered in this browser only. */
(function () {
  "use strict";
  var page = document.documentElement;
  var key = "gongshi-large";
  var button = document.querySelector(".gs-large");

  function remembered() {
    try { return localStorage.getItem(key) === "1"; } catch (refused) { return false; }
  }

  function show(large) {
    page.toggleAttribute("data-large", large);
    button.setAttribute("aria-pressed", large);
  }

  show(remembered());
  button.hidden = false;
  button.addEventListener("click", function () {
    var large = !page.hasAttribute("data-large");
    show(large);
    try { localStorage.setItem(key, large ? "1" : "0"); } catch (refused) { /* for this page only */ }
  });
})();
