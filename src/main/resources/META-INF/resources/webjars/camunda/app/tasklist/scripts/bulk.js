// 批量办理: the same answer to many tasks of the same kind, each with what there is to judge it by.
import { card } from './evidence/show.js';
import { ofCase } from './evidence/server.js';
import { offers } from './offers.js';
import {
  ask,
  dateTime,
  element,
  messageLine,
  newKey,
  openDialog,
  replaceContent,
  root
} from '../../../../rectify/api.js';
import { navbarEntry, showTask } from './tasklist.js';

const MEASURES = [
  ['phone', '电话催办'],
  ['visit', '上门督促'],
  ['order', '责令改正']
];

const ACTIONS = [
  { code: 'accept', name: '验收当场整改的一般隐患', opinion: '验收意见', submit: '全部验收合格' },
  { code: 'urge', name: '催办逾期案件', opinion: '督办情况', submit: '一并催办', measures: MEASURES }
];

const photos = new IntersectionObserver(seen =>
  seen.filter(one => one.isIntersecting).forEach(one => showPhotos(one.target))
);

/** The photos of a case are fetched when its line comes into view. */
async function showPhotos(place) {
  photos.unobserve(place);
  try {
    const items = (await ofCase(place.dataset.case)).filter(item => item.picture && !item.withdrawn);
    replaceContent(
      place,
      ...(items.length
        ? items.map(item => element('div', {}, card(item, {}), element('small', {}, item.kindName)))
        : ['没有照片'])
    );
  } catch (failure) {
    place.textContent = failure.message;
  }
}

function about(known, leave) {
  const place = element('div', { class: 'evidence-row', 'data-case': known.caseNumber }, '照片…');
  photos.observe(place);
  return element(
    'div',
    { class: 'rectify-about' },
    element('p', {}, [known.enterprise, known.place].filter(Boolean).join('，')),
    element('p', {}, known.description || ''),
    place,
    element(
      'p',
      {},
      element(
        'a',
        { href: `${root}/city/cases/${known.caseNumber}`, target: '_blank', rel: 'noopener' },
        '案件' + known.caseNumber
      ),
      ' ',
      element('button', { type: 'button', class: 'btn btn-link', onclick: leave }, '单独办理')
    )
  );
}

function open(scope, codes) {
  const offered = ACTIONS.filter(one => codes.includes(one.code));
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
    offered.map(action => element('option', { value: action.code }, action.name))
  );
  let action = offered[0];
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
    replaceContent(list);
    all.checked = false;
    count();
    message.say('正在读取……');
    await message.attempt(async () => {
      const tasks = await ask('GET', '/api/tasks/bulk?action=' + action.code);
      const cards = tasks.length
        ? await ask('GET', '/api/tasks/cards?ids=' + tasks.map(task => task.id).join(','))
        : [];
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
              (cards.find(one => one.taskId === task.id) || {}).location || task.title || task.name,
              element('span', { class: 'rectify-when' }, ' ' + dateTime(task.dueAt) + '前办理')
            ),
            cards
              .filter(one => one.taskId === task.id && one.caseNumber)
              .map(one =>
                about(one, () => {
                  alone = true;
                  close();
                  showTask(task.id, scope);
                })
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
      const lines = await ask('POST', '/api/tasks/bulk', together, key);
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
  const { dialog, close } = openDialog(
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
  let alone = false;
  dialog.addEventListener('close', () => alone || showTask(null, scope));
  load();
}

export default {
  id: 'rectify-bulk',
  pluginPoint: 'tasklist.navbar.action',
  priority: 390,
  async render(node, context, scope) {
    const { together } = await offers;
    if (together.length > 0) {
      navbarEntry(node, 'check', '批量办理', () => open(scope, together));
    }
  }
};
