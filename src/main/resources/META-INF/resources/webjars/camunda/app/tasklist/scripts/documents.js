// The documents of a task's case in a tab of their own, and those of one's own office behind a
// button at the top: opened, printed, and corrected by whoever issued them.
const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
const documents = root + '/api/documents';

const STYLE = `
.rectify-documents { padding: 8px 0; max-width: 900px; }
.rectify-documents ul { list-style: none; margin: 0; padding: 0; }
.rectify-documents li { padding: 10px 0; border-bottom: 1px solid #d9dee3; overflow-wrap: anywhere; }
.rectify-documents .title { font-weight: bold; }
.rectify-documents .about { color: #55636f; }
.rectify-documents .doing { margin-top: 6px; display: flex; flex-wrap: wrap; gap: 8px; }
.rectify-documents .notice { color: #55636f; }
.rectify-documents .refused { color: #b5152b; }
.rectify-dialog { width: min(640px, calc(100vw - 16px)); max-height: calc(100vh - 32px); padding: 16px;
  border: 1px solid #8a99a8; border-radius: 4px; overflow: auto; }
.rectify-dialog::backdrop { background: rgba(20, 40, 60, .4); }
.rectify-dialog h3 { margin-top: 0; }
.rectify-dialog label { display: block; margin: 10px 0 4px; }
.rectify-dialog select, .rectify-dialog textarea { width: 100%; box-sizing: border-box; }
.rectify-dialog .doing { margin-top: 12px; display: flex; gap: 8px; justify-content: flex-end; }
`;

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function button(label, act, kind) {
  return element('button', {type: 'button', className: 'btn ' + (kind || 'btn-default'), textContent: label, onclick: act});
}

async function ask(url, options) {
  const answer = await fetch(url, Object.assign({credentials: 'same-origin', headers: {Accept: 'application/json'}}, options));
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Error(body.detail || '没有成功（' + answer.status + '），请刷新页面后重试。');
  }
  return body;
}

function csrfToken() {
  const cookie = document.cookie.match(/(?:^|; )RECTIFY-XSRF-TOKEN=([^;]*)/);
  return cookie ? decodeURIComponent(cookie[1]) : '';
}

function day(iso) {
  const [year, month, date] = iso.slice(0, 10).split('-').map(Number);
  return year + '年' + month + '月' + date + '日';
}

function open(row, version) {
  return window.open(documents + '/' + row.id + '/pdf' + (version ? '?version=' + version : ''), '_blank');
}

// a copy made here would inherit this page's sandbox, in which no browser shows a PDF
function print(row, refuse) {
  const printed = open(row);
  if (printed) {
    printed.addEventListener('load', () => printed.print());
  } else {
    refuse('浏览器拦住了新窗口，请允许本网站打开新窗口后重试。');
  }
}

async function correct(row, changed, refuse) {
  let details;
  try {
    details = await ask(documents + '/' + row.id);
  } catch (error) {
    refuse(error.message);
    return;
  }
  const refused = element('p', {className: 'refused'});
  refused.setAttribute('role', 'alert');
  const piece = element('select', {className: 'form-control'});
  details.pieces.forEach((one, i) => {
    const label = (one.label ? one.label + '：' : '') + one.text;
    piece.append(element('option', {value: i, textContent: label.length > 40 ? label.slice(0, 40) + '…' : label}));
  });
  const text = element('textarea', {className: 'form-control', rows: 4, maxLength: 1000});
  const reason = element('textarea', {className: 'form-control', rows: 2, maxLength: 500});
  const hint = element('p', {className: 'about'});
  const fill = () => {
    text.value = details.pieces[piece.value].text;
    hint.textContent = details.pieces[piece.value].hint + '。';
  };
  piece.onchange = fill;
  fill();
  const dialog = element('dialog', {className: 'rectify-dialog'});
  const send = button('更正并保留原版', async () => {
    send.disabled = true;
    try {
      await ask(documents + '/' + row.id + '/corrections', {
        method: 'POST',
        headers: {
          Accept: 'application/json',
          'Content-Type': 'application/json',
          'X-RECTIFY-XSRF-TOKEN': csrfToken()
        },
        body: JSON.stringify({block: details.pieces[piece.value].block, text: text.value, reason: reason.value})
      });
      dialog.close();
      changed();
    } catch (error) {
      refused.textContent = error.message;
      send.disabled = false;
    }
  }, 'btn-primary');
  dialog.append(
    element('h3', {textContent: '更正' + row.title}),
    element('p', {textContent: row.number + '。文号不变，原版本保留；案件事实、等级、措施和期限不能在此更正。'}),
    element('label', {}, '更正哪一项', piece),
    element('label', {}, '更正后的内容', text),
    hint,
    element('label', {}, '更正理由', reason),
    refused,
    element('div', {className: 'doing'}, button('取消', () => dialog.close()), send));
  dialog.onclose = () => dialog.remove();
  document.body.append(dialog);
  dialog.showModal();
}

function line(row, changed) {
  const refused = element('p', {className: 'refused'});
  const refuse = message => { refused.textContent = message; };
  const doing = element('div', {className: 'doing'},
    button('打开', () => open(row), 'btn-primary'),
    button('打印', () => print(row, refuse)));
  if (row.version > 1) {
    for (let version = 1; version < row.version; version++) {
      doing.append(button('查看第' + version + '版', () => open(row, version)));
    }
  }
  if (row.caseNumber) {
    doing.append(element('a', {className: 'btn btn-default', href: root + '/city/cases/' + row.caseNumber, textContent: '案件页'}));
  }
  if (row.correctable) {
    doing.append(button('更正', () => correct(row, changed, refuse)));
  }
  return element('li', {},
    element('div', {className: 'title', textContent: row.title + '　' + row.number + (row.version > 1 ? '（更正第' + row.version + '版）' : '')}),
    element('div', {className: 'about', textContent: row.organ + '，' + day(row.issuedAt) + '，' + row.party}),
    doing, refused);
}

async function show(box, url, none) {
  try {
    const rows = await ask(url());
    box.replaceChildren(rows.length
      ? element('ul', {}, ...rows.map(row => line(row, () => show(box, url, none))))
      : element('p', {className: 'notice', textContent: none}));
  } catch (error) {
    box.replaceChildren(element('p', {className: 'refused', textContent: error.message}));
  }
}

function list() {
  if (!document.getElementById('rectify-documents-style')) {
    document.head.append(element('style', {id: 'rectify-documents-style', textContent: STYLE}));
  }
  return element('div', {className: 'rectify-documents'}, element('p', {className: 'notice', textContent: '正在读取…'}));
}

async function ofTask(node, {api, taskId}) {
  const box = list();
  node.append(box);
  const variable = await ask(api.engineApi + '/task/' + taskId + '/variables/hazardId').catch(() => null);
  if (variable) {
    show(box, () => documents + '?case=' + variable.value, '本案尚未出具文书。');
  } else {
    show(box, () => documents, '尚未出具文书。');
  }
}

function ofOffice() {
  const box = list();
  const dialog = element('dialog', {className: 'rectify-dialog'});
  dialog.append(
    element('h3', {textContent: '本单位近期文书'}),
    box,
    element('div', {className: 'doing'}, button('关闭', () => dialog.close())));
  dialog.onclose = () => dialog.remove();
  document.body.append(dialog);
  dialog.showModal();
  show(box, () => documents, '本单位近期没有文书。');
}

export default [
  {
    id: 'rectify-documents',
    pluginPoint: 'tasklist.task.detail',
    priority: 900,
    properties: {label: '文书'},
    render: ofTask
  },
  {
    id: 'rectify-documents-of-office',
    pluginPoint: 'tasklist.navbar.action',
    priority: 100,
    render: node => node.append(element('a', {
      href: '',
      className: 'rectify-documents-of-office',
      textContent: '文书',
      onclick: event => { event.preventDefault(); event.stopPropagation(); ofOffice(); }
    }))
  }
];
