import { moment } from '../../../../../rectify/dates.js';
import { element } from '../../../../../rectify/api.js';
import { fileUrl, thumbnailUrl, withdraw } from './server.js';

// The picture in its size, over the page: the page may open no other window.
function enlarge(item) {
  const close = () => {
    layer.remove();
    document.removeEventListener('keydown', onKey);
  };
  const onKey = event => {
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
  };
  const layer = element(
    'div',
    { class: 'evidence-layer', role: 'dialog', 'aria-label': item.kindName, onclick: close },
    element('img', { src: fileUrl(item.id), alt: item.fileName }),
    element('p', {}, caption(item)),
    element('button', { type: 'button', class: 'btn btn-default' }, '关闭')
  );
  document.addEventListener('keydown', onKey);
  // above a dialog that is open
  (document.querySelector('dialog[open]') || document.body).append(layer);
}

function caption(item) {
  const parts = [item.uploadedByName + ' ' + moment(item.uploadedAt) + '上传'];
  if (item.takenAt) {
    parts.push(
      item.takenLater
        ? '照片记录的拍摄时间' + moment(item.takenAt) + '晚于上传时间，不可信'
        : '拍摄于' + moment(item.takenAt)
    );
  }
  if (item.latitude !== null && item.longitude !== null) {
    parts.push('拍摄地点 ' + item.latitude + ', ' + item.longitude);
  }
  return parts.join('；');
}

// One picture or file; onGone is called when its uploader takes it back, while the server lets them.
export function card(item, { details, onGone }) {
  const figure = element('figure', {
    class: 'evidence-card' + (item.reuses.length ? ' evidence-reused' : ''),
    'data-evidence': item.id
  });
  if (item.withdrawn) {
    figure.append(element('div', { class: 'evidence-gone' }, '已撤回'));
  } else if (item.picture) {
    figure.append(
      element('img', {
        src: thumbnailUrl(item.id),
        alt: item.kindName + '：' + item.fileName,
        title: caption(item),
        tabindex: 0,
        onclick: () => enlarge(item),
        onkeydown: event => event.key === 'Enter' && enlarge(item)
      })
    );
  } else {
    figure.append(
      element(
        'a',
        { href: fileUrl(item.id), download: item.fileName, class: 'evidence-file' },
        'PDF ' + item.fileName
      )
    );
  }
  if (details) {
    figure.append(element('figcaption', {}, caption(item)));
    figure.append(element('small', { title: 'SHA-256 ' + item.sha256 }, item.fileName));
  }
  if (item.takenLater && !item.withdrawn) {
    figure.append(
      element(
        'p',
        { class: 'evidence-warning' },
        '⚠ 照片记录的拍摄时间晚于上传时间，不能作为拍摄时间的依据，请核对'
      )
    );
  }
  for (const reuse of item.reuses) {
    figure.append(element('p', { class: 'evidence-warning' }, '⚠ ' + reuse));
  }
  if (onGone && item.withdrawable) {
    figure.append(
      element(
        'button',
        {
          type: 'button',
          class: 'btn btn-link btn-xs',
          onclick: async event => {
            event.target.disabled = true;
            try {
              await withdraw(item.id);
              onGone();
            } catch (refused) {
              event.target.replaceWith(element('p', { class: 'evidence-warning' }, refused.message));
            }
          }
        },
        '撤回'
      )
    );
  }
  return figure;
}
