import {
  ask,
  dateTime,
  day,
  element,
  messageLine,
  month as words,
  openDialog,
  replaceContent,
  root
} from '../../../../../rectify/api.js';

const SIZE = 20;
const STATUSES = { '': '全部', OPEN: '待自查', LATE: '逾期未报', MISSED: '未报', SUBMITTED: '已报送' };

/** The last step: what the enterprise has reported, each as it was signed. */
export function records() {
  return { content: list() };
}

/** For those who look after enterprises: theirs, by month and state. */
export function recordList() {
  const { dialog } = openDialog('自查记录', ...list(true));
  dialog.classList.add('rectify-list-dialog');
}

function list(filtered) {
  const message = messageLine();
  const rows = element('ul', { class: 'rectify-notices' });
  const month = element('input', { type: 'month', class: 'form-control', onchange: () => again() });
  const status = element(
    'select',
    { class: 'form-control', onchange: () => again() },
    Object.entries(STATUSES).map(([value, label]) => element('option', { value }, label))
  );
  const more = element(
    'button',
    { type: 'button', class: 'btn btn-default', onclick: () => message.attempt(load) },
    '更早的'
  );
  let page = 0;

  function again() {
    page = 0;
    replaceContent(rows);
    message.attempt(load);
  }

  async function load() {
    message.say('正在读取……');
    const query = new URLSearchParams({ page, size: SIZE });
    [
      ['period', month.value],
      ['status', status.value]
    ]
      .filter(([, value]) => value)
      .forEach(([name, value]) => query.set(name, value));
    const found = await ask('GET', '/api/self-checks?' + query);
    page += 1;
    rows.append(...found.rows.map(row));
    message.say(found.total === 0 ? '没有自查记录。' : `共${found.total}次`);
    more.hidden = page * SIZE >= found.total;
  }

  message.attempt(load);
  return [
    filtered
      ? element(
          'div',
          { class: 'rectify-place' },
          element('label', {}, '月份', month),
          element('label', {}, '状态', status)
        )
      : '',
    rows,
    message.line,
    more
  ];
}

function row(check) {
  const result =
    check.submittedAt === null
      ? `报送期限${day(check.lastDay)}`
      : `${dateTime(check.submittedAt)}报送，签字人${check.signatory}，共${check.itemCount}项，不符合${check.failedCount}项` +
        (check.notApplicableCount === null ? '' : `，不适用${check.notApplicableCount}项`);
  return element(
    'li',
    {},
    `${words(check.period)} ${check.enterpriseName} `,
    element('span', { class: 'rectify-mark' }, check.statusName),
    element('span', { class: 'rectify-when' }, result),
    check.submittedAt === null
      ? ''
      : element(
          'a',
          {
            href: `${root}/self-checks/${check.number}`,
            target: '_blank',
            rel: 'noopener',
            class: 'btn btn-default btn-sm',
            'aria-label': `查看记录：${words(check.period)} ${check.enterpriseName}`
          },
          '查看记录'
        )
  );
}
