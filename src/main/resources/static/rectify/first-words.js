// Says so if a file that the page needs has not come: without it the page would stay empty for good, or
// a part of it.
(function () {
  var FAILED = '有文件没有下载成功，可能是网络不稳定。';

  function again(label) {
    var button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-primary';
    button.textContent = label;
    button.addEventListener('click', function () {
      window.location.reload();
    });
    return button;
  }

  /** While the page is being opened, in the place of the words that say so. */
  function sayInstead() {
    var words = document.querySelector('.rectify-first-words');
    if (!words || words.dataset.failed) {
      return Boolean(words);
    }
    words.dataset.failed = 'true';
    words.textContent = FAILED;
    if (words.previousElementSibling) {
      words.previousElementSibling.remove();
    }
    words.append(document.createElement('br'), again('重新加载'));
    return true;
  }

  /** Afterwards, over the page. */
  function sayAbove() {
    if (document.querySelector('.rectify-file-missing')) {
      return;
    }
    var line = document.createElement('p');
    line.className = 'rectify-file-missing';
    line.setAttribute('role', 'alert');
    line.append(FAILED + '页面的一部分可能不能用。已填写的内容请先保存。', again('重新加载'));
    document.body.append(line);
  }

  function say() {
    if (!sayInstead()) {
      sayAbove();
    }
  }

  function sayWhenRead() {
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', say);
    } else {
      say();
    }
  }

  window.addEventListener(
    'error',
    function (event) {
      var missing = event.target;
      // what is fetched ahead is fetched again where it is needed
      if (
        missing &&
        (missing.nodeName === 'SCRIPT' || (missing.nodeName === 'LINK' && missing.rel === 'stylesheet'))
      ) {
        sayWhenRead();
      }
    },
    true
  );
  window.addEventListener('rectify-file-missing', sayWhenRead);
  // a module that does not come is no element that fails; later on it may be anything
  window.addEventListener('unhandledrejection', sayInstead);
})();

// Until the words have come the engine writes their keys: they are not shown, not even for a moment.
(function () {
  var KEYS = /\b[A-Z]{2,}(?:_[A-Z0-9]+)+\b/;
  var LONGEST = 20000;
  var html = document.documentElement;

  function hasKeys() {
    var texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (
        KEYS.test(texts.currentNode.data) &&
        !/^(SCRIPT|STYLE)$/.test(texts.currentNode.parentNode.nodeName)
      ) {
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
      html.style.opacity = hasKeys() ? '0' : '';
    }
  }

  var watch = new MutationObserver(look);
  watch.observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
    attributeFilter: ['placeholder']
  });
  setTimeout(function () {
    watch.disconnect();
    html.style.opacity = '';
  }, LONGEST);
})();
