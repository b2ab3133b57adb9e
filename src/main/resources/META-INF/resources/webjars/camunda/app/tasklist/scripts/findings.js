// 考核评估: what was found against one's unit, or in one's area, with its facts; an enterprise asks here to
// explain what it did late, which nobody asks it of himself.
import {
  ask,
  dateTime,
  element,
  messageLine,
  month,
  openDialog,
  replaceContent
} from '../../../../rectify/api.js';
import { readAllAgain } from '../../../../rectify/engine-insides.js';
import { navbarEntry } from './tasklist.js';

const SIZE = 20;

async function open(scope) {
  const message = messageLine();
  const list = element('ul', { class: 'rectify-notices' });
  const more = element(
    'button',
    { type: 'button', class: 'btn btn-default', onclick: () => message.attempt(load) },
    '更早的'
  );
  let page = 0;
  openDialog(
    '考核评估',
    message.line,
    element('p', {}, '扣分和判定阈值均为市级默认值。有异议的，说明后由审定单位认定或撤销。'),
    list,
    more
  );

  function entry(found) {
    const made = element(
      'li',
      {},
      `${month(found.period)}${found.kindName}：${found.subjectName}`,
      element(
        'span',
        { class: 'rectify-when' },
        `扣${found.points}分，${found.statusName}，${dateTime(found.foundAt)}`
      ),
      element(
        'details',
        {},
        element('summary', {}, '事实依据'),
        ...found.evidence.map(line => element('p', {}, line))
      ),
      found.answer && element('p', {}, '说明：' + found.answer),
      found.opinion && element('p', {}, '审定意见：' + found.opinion)
    );
    if (found.mayAskToExplain) {
      made.append(
        element(
          'button',
          {
            type: 'button',
            class: 'btn btn-default btn-sm',
            onclick: () =>
              message.attempt(async () => {
                made.replaceWith(
                  entry(await ask('POST', `/api/assessment-findings/${found.id}/explanation`))
                );
                readAllAgain(scope);
                message.say('请在任务列表中办理“说明情况”。');
              })
          },
          '申请说明'
        )
      );
    }
    return made;
  }

  async function load() {
    const found = await ask('GET', `/api/assessment-findings?page=${page}&size=${SIZE}`);
    page += 1;
    list.append(...found.rows.map(entry));
    if (found.total === 0) {
      replaceContent(list, element('li', {}, '没有。'));
    }
    more.hidden = page * SIZE >= found.total;
  }

  await message.attempt(load);
}

export default {
  id: 'rectify-findings',
  pluginPoint: 'tasklist.navbar.action',
  priority: 370,
  render(node, context, scope) {
    navbarEntry(node, 'flag', '考核评估', () => open(scope));
  }
};
