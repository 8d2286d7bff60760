/* Brings Material's search only when somebody wants to search: pages stay light. */
(function () {
  "use strict";
  var settings = document.getElementById("search-settings");
  var box = document.querySelector(".gs-search");
  var input = box.querySelector("input");
  var wanted = false;
  document.documentElement.className = "js";

  /* What Material's bundle expects to find; nothing is kept in the browser. */
  window.__md_scope = new URL(".", location);
  window.__md_get = function () { return null; };
  window.__md_set = function () {};

  function load(addresses) {
    if (!addresses.length) return;
    var script = document.createElement("script");
    script.src = addresses[0];
    script.onload = function () { load(addresses.slice(1)); };
    document.body.appendChild(script);
  }

  /* The names that Material's script asks for begin with no letter, as those of pages must. */
  function named() {
    settings.id = "__config";
    box.querySelector("label").htmlFor = box.querySelector("[type=checkbox]").id = "__search";
  }

  /* Material listens for keys; writing by hand, by voice or by pasting presses none. */
  input.addEventListener("input", function () {
    input.dispatchEvent(new KeyboardEvent("keyup"));
  });

  input.addEventListener("focus", function () {
    box.classList.add("gs-search--open");
    if (wanted) return;
    wanted = true;
    named();
    var shim = location.protocol === "file:" ? [settings.dataset.shim] : [];
    load(shim.concat(settings.dataset.bundle));
  });

  function close() { box.classList.remove("gs-search--open"); }
  box.querySelector("form").addEventListener("submit", function (event) {
    event.preventDefault();
    input.focus();
  });
  document.addEventListener("click", function (event) {
    if (!box.contains(event.target)) close();
  });
  document.addEventListener("focusin", function (event) {
    if (!box.contains(event.target)) close();
  });
  box.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { input.blur(); close(); }
  });
})();
