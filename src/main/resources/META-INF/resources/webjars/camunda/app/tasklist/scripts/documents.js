// The documents of a task's case in a tab of their own, and those of one's own office behind a
// button at the top: opened, printed, and corrected by whoever issued them.
import { ask, button, day, element, openDialog, replaceContent, root } from '../../../../rectify/api.js';
import { correct } from './documents/correct.js';

const DOCUMENTS = '/api/documents';
const ENGINE = '/camunda/api/engine/engine/default';

function open(row, version) {
  const address = root + DOCUMENTS + '/' + row.id + '/pdf' + (version ? '?version=' + version : '');
  return window.open(address, '_blank');
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

function line(row, changed) {
  const refused = element('p', { class: 'refused', role: 'alert' });
  const refuse = message => {
    refused.textContent = message;
  };
  const before = Array.from({ length: row.version - 1 }, (none, at) => at + 1);
  return element(
    'li',
    {},
    element(
      'div',
      { class: 'title' },
      row.title + '　' + row.number + (row.version > 1 ? `（更正第${row.version}版）` : '')
    ),
    element('div', { class: 'about' }, `${row.organ}，${day(row.issuedAt)}，${row.party}`),
    element(
      'div',
      { class: 'doing' },
      button('打开', 'btn-primary', () => open(row)),
      button('打印', 'btn-default', () => print(row, refuse)),
      before.map(version => button(`查看第${version}版`, 'btn-default', () => open(row, version))),
      row.caseNumber &&
        element('a', { class: 'btn btn-default', href: root + '/city/cases/' + row.caseNumber }, '案件页'),
      row.correctable && button('更正', 'btn-default', () => correct(row, changed, refuse))
    ),
    refused
  );
}

async function show(box, path, none) {
  try {
    const rows = await ask('GET', path);
    replaceContent(
      box,
      rows.length
        ? element(
            'ul',
            {},
            rows.map(row => line(row, () => show(box, path, none)))
          )
        : element('p', { class: 'notice' }, none)
    );
  } catch (failure) {
    replaceContent(box, element('p', { class: 'refused', role: 'alert' }, failure.message));
  }
}

function list() {
  return element('div', { class: 'rectify-documents' }, element('p', { class: 'notice' }, '正在读取……'));
}

async function ofTask(node, { taskId }) {
  const box = list();
  node.append(box);
  const variable = await ask('GET', `${ENGINE}/task/${taskId}/variables/hazardId`).catch(() => null);
  if (variable) {
    show(box, DOCUMENTS + '?case=' + variable.value, '本案尚未出具文书。');
  } else {
    show(box, DOCUMENTS, '尚未出具文书。');
  }
}

function ofOffice() {
  const box = list();
  openDialog('本单位近期文书', box);
  show(box, DOCUMENTS, '本单位近期没有文书。');
}

export default [
  {
    id: 'rectify-documents',
    pluginPoint: 'tasklist.task.detail',
    priority: 900,
    properties: { label: '文书' },
    render: ofTask
  },
  {
    id: 'rectify-documents-of-office',
    pluginPoint: 'tasklist.navbar.action',
    priority: 100,
    render: node =>
      node.append(
        element(
          'a',
          {
            href: '',
            class: 'rectify-documents-of-office',
            onclick: event => {
              event.preventDefault();
              event.stopPropagation();
              ofOffice();
            }
          },
          '文书'
        )
      )
  }
];
