// 请假代办: names a deputy, and shows whose tasks one does meanwhile.
import { offers } from './offers.js';
import {
  ask,
  dateTime,
  day,
  element,
  messageLine,
  openDialog,
  replaceContent
} from '../../../../rectify/api.js';
import { navbarEntry, showTask } from './tasklist.js';

function today() {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

async function open(scope) {
  const message = messageLine();
  const tasks = element('ul', { class: 'rectify-notices' });
  const named = element('ul', { class: 'rectify-notices' });
  const deputy = element('select', { class: 'form-control', required: true });
  const from = element('input', {
    type: 'date',
    class: 'form-control',
    required: true,
    value: today(),
    min: today()
  });
  const to = element('input', { type: 'date', class: 'form-control', required: true, min: today() });
  const form = element(
    'form',
    {
      onsubmit: event => {
        event.preventDefault();
        message.attempt(async () => {
          await ask('POST', '/api/deputies', { deputy: deputy.value, from: from.value, to: to.value });
          await load();
          message.say('已设置，期满自动结束。');
        });
      }
    },
    element('label', {}, '请假期间委托', deputy),
    element('label', {}, '开始日期', from),
    element('label', {}, '结束日期', to),
    element('button', { type: 'submit', class: 'btn btn-primary' }, '委托代办')
  );
  const { close } = openDialog(
    '请假代办',
    message.line,
    element('h3', {}, '代办的任务'),
    tasks,
    element('h3', {}, '我的委托和受托'),
    named,
    form
  );

  function lent(task) {
    const label = task.mine ? '收回' : task.standInName ? '打开' : '接办';
    return element(
      'li',
      {},
      task.name + '：' + (task.title || ''),
      element(
        'span',
        { class: 'rectify-when' },
        (task.mine ? `由${task.standInName}代办` : `代${task.absentName}办理`) +
          '，' +
          dateTime(task.dueAt) +
          '前'
      ),
      element(
        'button',
        {
          type: 'button',
          class: 'btn btn-default btn-sm',
          onclick: () =>
            message.attempt(async () => {
              if (label !== '打开') {
                await ask('POST', '/api/tasks/' + encodeURIComponent(task.taskId) + '/take-over');
              }
              close();
              showTask(task.taskId, scope);
            })
        },
        label
      )
    );
  }

  function entry(one) {
    return element(
      'li',
      {},
      `${one.personName}委托${one.deputyName}代办，${day(one.from)}至${day(one.to)} `,
      element(
        'button',
        {
          type: 'button',
          class: 'btn btn-default btn-sm',
          onclick: () =>
            message.attempt(async () => {
              await ask('DELETE', '/api/deputies/' + one.id);
              await load();
              message.say('已取消。');
            })
        },
        '取消'
      )
    );
  }

  async function load() {
    const [lentTasks, all] = await Promise.all([
      ask('GET', '/api/tasks/absent'),
      ask('GET', '/api/deputies')
    ]);
    replaceContent(tasks, ...(lentTasks.length ? lentTasks.map(lent) : [element('li', {}, '没有。')]));
    replaceContent(named, ...(all.length ? all.map(entry) : [element('li', {}, '没有。')]));
  }

  await message.attempt(async () => {
    const colleagues = await ask('GET', '/api/deputies/candidates');
    deputy.append(...colleagues.map(person => element('option', { value: person.id }, person.name)));
    form.hidden = colleagues.length === 0;
    await load();
  });
}

export default {
  id: 'rectify-deputies',
  pluginPoint: 'tasklist.navbar.action',
  priority: 380,
  async render(node, context, scope) {
    if (!(await offers).deputies) {
      return;
    }
    navbarEntry(node, 'user', '请假代办', () => open(scope));
  }
};
