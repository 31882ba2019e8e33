// The first page picks the language: the one named in the URL, then the browser's, then this page's own.
(function () {
  var here = document.documentElement.lang;
  var known = Array.prototype.map.call(document.querySelectorAll('link[hreflang]'), function (link) {
    return link.hreflang;
  });
  var asked = new URLSearchParams(location.search).get('lang');
  var wanted = [asked].concat(navigator.languages || []).map(function (tag) {
    return String(tag || '').toLowerCase().split('-')[0];
  });
  var language = wanted.find(function (tag) {
    return known.indexOf(tag) >= 0;
  });
  if (language && language !== here) location.replace(language + '/' + location.hash);
})();
