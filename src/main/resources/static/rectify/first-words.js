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
