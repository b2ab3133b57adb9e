// 批量办理: the same answer to many tasks of the same kind.
import { call, dateTime, element, messageLine, navbarEntry, newKey, openDialog, showTask } from './rectify.js';

const MEASURES = [
  ['phone', '电话催办'],
  ['visit', '上门督促'],
  ['order', '责令改正']
];

const ACTIONS = [
  { code: 'accept', name: '验收当场整改的一般隐患', opinion: '验收意见', submit: '全部验收合格' },
  { code: 'urge', name: '催办逾期案件', opinion: '督办情况', submit: '一并催办', measures: MEASURES }
];

function open(scope) {
  const message = messageLine();
  const list = element('ul', { class: 'rectify-choices' });
  const all = element('input', { type: 'checkbox' });
  const allLabel = element('label', { class: 'rectify-all' }, all, ' 全选');
  const measure = element(
    'select',
    { class: 'form-control' },
    MEASURES.map(([value, label]) => element('option', { value }, label))
  );
  const measureLabel = element('label', {}, '督办方式', measure);
  const opinion = element('textarea', { class: 'form-control', rows: '2', maxlength: '500', required: true });
  const opinionName = element('span', {});
  const submit = element('button', { type: 'submit', class: 'btn btn-primary' });
  const kinds = element(
    'select',
    { class: 'form-control' },
    ACTIONS.map(action => element('option', { value: action.code }, action.name))
  );
  let action = ACTIONS[0];
  // sent again when no answer came, and a new one for what is done after it
  let key = newKey();

  const boxes = () => [...list.querySelectorAll('input[type=checkbox]')];
  const chosen = () => boxes().filter(box => box.checked && !box.disabled);

  function count() {
    submit.disabled = chosen().length === 0;
    submit.textContent = action.submit + '（' + chosen().length + '项）';
  }

  async function load() {
    action = ACTIONS.find(one => one.code === kinds.value);
    measureLabel.hidden = !action.measures;
    opinionName.textContent = action.opinion;
    list.replaceChildren();
    all.checked = false;
    count();
    message.say('正在读取……');
    await message.attempt(async () => {
      const tasks = await call('GET', '/tasks/bulk?action=' + action.code);
      list.append(
        ...tasks.map(task =>
          element(
            'li',
            { 'data-task': task.id },
            element(
              'label',
              {},
              element('input', { type: 'checkbox', value: task.id, onchange: count }),
              ' ',
              task.title || task.name,
              element('span', { class: 'rectify-when' }, ' ' + dateTime(task.dueAt) + '前办理')
            )
          )
        )
      );
      allLabel.hidden = tasks.length === 0;
      message.say(tasks.length === 0 ? '目前没有可以批量办理的任务。' : '');
    });
  }

  async function perform(event) {
    event.preventDefault();
    submit.disabled = true;
    message.say('正在办理……');
    try {
      const together = {
        action: action.code,
        tasks: chosen().map(box => box.value),
        opinion: opinion.value,
        measure: action.measures ? measure.value : null
      };
      const lines = await call('POST', '/tasks/bulk', together, key);
      key = newKey();
      for (const line of lines) {
        const item = [...list.children].find(one => one.dataset.task === line.taskId);
        const box = item.querySelector('input');
        box.checked = false;
        box.disabled = line.done;
        item.querySelectorAll('.rectify-result').forEach(old => old.remove());
        item.append(
          element(
            'span',
            { class: 'rectify-result' + (line.done ? '' : ' rectify-bad') },
            line.done ? '已办理' : '未办理：' + line.reason
          )
        );
      }
      const done = lines.filter(line => line.done).length;
      const refused = lines.length - done;
      message.say(`已办理${done}项` + (refused ? `，${refused}项未办理，原因见列表。` : '。'), refused > 0);
      all.checked = false;
      count();
    } catch (failure) {
      message.say(failure.message, true);
      count();
    }
  }

  all.addEventListener('change', () => {
    boxes().forEach(box => {
      box.checked = all.checked && !box.disabled;
    });
    count();
  });
  kinds.addEventListener('change', load);
  const { dialog } = openDialog(
    '批量办理',
    element(
      'form',
      { onsubmit: perform },
      element('label', {}, '办理事项', kinds),
      allLabel,
      list,
      measureLabel,
      element('label', {}, opinionName, opinion),
      message.line,
      submit
    )
  );
  dialog.addEventListener('close', () => showTask(null, scope));
  load();
}

export default {
  id: 'rectify-bulk',
  pluginPoint: 'tasklist.navbar.action',
  priority: 390,
  render(node, context, scope) {
    navbarEntry(node, 'check', '批量办理', () => open(scope));
  }
};
