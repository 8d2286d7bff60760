/* Says where a publicity period stands on the reader's day, China time. */
(function () {
  "use strict";
  var day = 864e5;
  var today = new Date(Date.now() + 8 * 36e5).toISOString().slice(0, 10);

  function days(from, to) {
    return Math.round((Date.parse(to) - Date.parse(from)) / day);
  }

  function short(iso) {
    return +iso.slice(5, 7) + "月" + +iso.slice(8) + "日";
  }

  /* The state on the day and the words for it; `latest` is past `end` while the end may move. */
  function stand(start, end, latest) {
    var left = days(today, end);
    if (today < start) return ["soon", short(start) + "起公示"];
    if (today > latest) return ["ended", "公示已结束"];
    if (today > end || (latest > end && left === 0)) return ["open", "公示中 截止日待定"];
    if (latest > end) return ["open", "公示中 至少还剩" + left + "天"];
    if (left === 0) return ["last", "公示中 今日截止"];
    return ["open", "公示中 还剩" + left + "天"];
  }

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  each("[data-end]", function (badge) {
    var said = stand(badge.dataset.start, badge.dataset.end, badge.dataset.latest || badge.dataset.end);
    badge.className = "gs-status gs-status--" + said[0];
    badge.textContent = said[1];
  });

  /* Home page: what has ended since the site was built leaves the list. */
  each("[data-running]", function (list) {
    var left = 0;
    Array.prototype.forEach.call(list.children, function (card) {
      card.hidden = !!card.querySelector(".gs-status--ended");
      left += card.hidden ? 0 : 1;
    });
    each("[data-running-count]", function (count) { count.textContent = left; });
    each("[data-running-none]", function (none) { none.hidden = left > 0; });
  });

  /* County page: how many of a township's periods run today. */
  each("[data-periods]", function (count) {
    count.textContent = count.dataset.periods.split(" ").filter(function (period) {
      var ends = period.split("/");
      return ends[0] && ends[0] <= today && today <= ends[1];
    }).length;
  });
  each("[data-as-of]", function (note) { note.hidden = true; });
})();
