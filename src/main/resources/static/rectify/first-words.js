// Says so if a file that the page needs has not come: without it the page would stay empty for good.
(function () {
  function say() {
    var words = document.querySelector('.rectify-first-words');
    if (!words || words.dataset.failed) {
      return;
    }
    words.dataset.failed = 'true';
    words.textContent = '有文件没有下载成功，可能是网络不稳定。';
    var again = document.createElement('button');
    again.type = 'button';
    again.className = 'btn btn-primary';
    again.textContent = '重新打开';
    again.addEventListener('click', function () {
      window.location.reload();
    });
    words.append(document.createElement('br'), again);
  }

  window.addEventListener(
    'error',
    function (event) {
      if (event.target && /^(SCRIPT|LINK)$/.test(event.target.nodeName)) {
        if (document.readyState === 'loading') {
          document.addEventListener('DOMContentLoaded', say);
        } else {
          say();
        }
      }
    },
    true
  );
  window.addEventListener('unhandledrejection', say);
})();

// Until the words have come the engine writes their keys: they are not shown, not even for a moment.
(function () {
  var KEYS = /\b[A-Z]{2,}(?:_[A-Z0-9]+)+\b/;
  var LONGEST = 20000;
  var html = document.documentElement;

  function hasKeys() {
    var texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (KEYS.test(texts.currentNode.data) && !/^(SCRIPT|STYLE)$/.test(texts.currentNode.parentNode.nodeName)) {
        return true;
      }
    }
    return Boolean(document.querySelector('[placeholder*="_PLACEHOLDER"]'));
  }

  function look() {
    if (KEYS.test(document.title)) {
      // whoever has the words finds the keys here
      html.dataset.title = document.title;
      document.title = document.title.replace(new RegExp('[ |]*' + KEYS.source, 'g'), '');
    }
    if (document.body) {
      html.classList.toggle('rectify-early', hasKeys());
    }
  }

  var watch = new MutationObserver(look);
  watch.observe(document, { childList: true, subtree: true, characterData: true, attributeFilter: ['placeholder'] });
  setTimeout(function () {
    watch.disconnect();
    html.classList.remove('rectify-early');
  }, LONGEST);
})();
