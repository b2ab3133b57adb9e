// Signs without words, and windows without names, of the engine's web applications: named for whoever
// cannot see them.

const REGIONS = { filters: '收起或展开任务列表的目录', list: '收起或展开任务列表', task: '收起或展开任务' };
const NAMELESS =
  '.region-toggle:not([aria-label]), .maximize:not([aria-label]), [uib-tooltip], ' +
  '.new-sort > .dropdown-toggle:not([aria-label]), .modal[role=dialog]:not([aria-label]), ' +
  '.app-switch > .dropdown-toggle:not([aria-label]), #inputPassword:not([aria-label])';

function nameOf(sign) {
  if (sign.matches('.modal')) {
    const title = sign.querySelector('.modal-header h3, .modal-header h4');
    return (title && title.textContent.trim()) || null;
  }
  if (sign.matches('.region-toggle')) {
    return REGIONS[sign.dataset.region];
  }
  if (sign.matches('.maximize')) {
    return '放大或还原任务';
  }
  if (sign.matches('.app-switch > *')) {
    return '打开其他应用';
  }
  if (sign.matches('input')) {
    const label = sign.closest('.form-group') && sign.closest('.form-group').querySelector('label');
    return (label && label.textContent.trim()) || null;
  }
  if (sign.matches('.new-sort > *')) {
    return '增加排序方式';
  }
  return sign.matches('a, button') && !sign.textContent.trim() ? sign.getAttribute('uib-tooltip') : null;
}

function name() {
  document.querySelectorAll(NAMELESS).forEach(sign => {
    const given = nameOf(sign);
    if (given && sign.getAttribute('aria-label') !== given) {
      sign.setAttribute('aria-label', given);
    }
  });
}

new MutationObserver(name).observe(document.body, {
  childList: true,
  subtree: true,
  attributeFilter: ['uib-tooltip']
});
name();
